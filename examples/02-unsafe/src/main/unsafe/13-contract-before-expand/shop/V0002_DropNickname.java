package shop;

import dev.migrate.api.Contract;
import dev.migrate.api.ContractMigration;

@Contract(of = V0003_RetireNickname.class)
public final class V0002_DropNickname implements ContractMigration {}
