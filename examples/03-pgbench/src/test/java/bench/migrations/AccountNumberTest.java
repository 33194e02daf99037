package bench.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class AccountNumberTest {
    @Test
    void namesBranchAndAccount() {
        assertThat(V0001_AddAccountNumber.accountNumber(10, 1_000_000)).startsWith("000010" + "0001000000");
    }

    @Test
    void leavesOneWhenDividedBy97() {
        for (int account = 1; account <= 10_000; account++) {
            String number = V0001_AddAccountNumber.accountNumber(account % 100, account * 99);
            assertThat(number).hasSize(18).containsOnlyDigits();
            assertThat(new BigInteger(number).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        }
    }

    @Test
    void findsTwoDigitsThatWereSwapped() {
        String number = V0001_AddAccountNumber.accountNumber(1, 12_345);
        String swapped = number.replace("12345", "13245");
        assertThat(new BigInteger(swapped).mod(BigInteger.valueOf(97))).isNotEqualTo(BigInteger.ONE);
    }
}
