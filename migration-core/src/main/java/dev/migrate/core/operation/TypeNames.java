package dev.migrate.core.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** PostgreSQL's own types and the spellings that mean them. */
final class TypeNames {
    private static final Map<String, String> CANONICAL = new HashMap<>();

    private static final Set<String> WITHOUT_OTHER_SPELLING =
            Set.of(("bit bit_varying box bytea character cidr circle date daterange datemultirange inet int4range"
                            + " int4multirange int8range int8multirange interval json jsonb jsonpath line lseg macaddr"
                            + " macaddr8 money name numeric numrange nummultirange oid path pg_lsn pg_snapshot point"
                            + " polygon real regclass regcollation regconfig regdictionary regnamespace regoper"
                            + " regoperator regproc regprocedure regrole regtype text tid tsquery tsrange"
                            + " tsmultirange tstzrange tstzmultirange tsvector txid_snapshot uuid xid xid8 xml cid"
                            + " int2vector oidvector refcursor bpchar")
                    .split(" ", -1));

    static {
        spell("smallint", "int2");
        spell("integer", "int", "int4");
        spell("bigint", "int8");
        spell("smallserial", "serial2");
        spell("serial", "serial4");
        spell("bigserial", "serial8");
        spell("real", "float4");
        spell("double precision", "float8");
        spell("numeric", "decimal", "dec");
        spell("boolean", "bool");
        spell("character varying", "varchar", "char varying", "national character varying", "national char varying");
        spell("character varying", "nchar varying");
        spell("character", "char", "nchar", "national character", "national char");
        spell("bit varying", "varbit");
        spell("time without time zone", "time");
        spell("time with time zone", "timetz");
        spell("timestamp without time zone", "timestamp");
        spell("timestamp with time zone", "timestamptz");
        for (String name : WITHOUT_OTHER_SPELLING) {
            spell(name);
        }
    }

    private TypeNames() {}

    private static void spell(String canonical, String... spellings) {
        CANONICAL.put(canonical, canonical);
        for (String spelling : spellings) {
            CANONICAL.put(spelling, canonical);
        }
    }

    /** The canonical name of a lower-case spelling; the spelling itself if PostgreSQL has no such type. */
    static String canonical(String spelling) {
        return CANONICAL.getOrDefault(spelling, spelling);
    }

    static boolean builtIn(String canonical) {
        return CANONICAL.containsKey(canonical) || canonical.startsWith("interval ") || canonical.equals("\"char\"");
    }
}
