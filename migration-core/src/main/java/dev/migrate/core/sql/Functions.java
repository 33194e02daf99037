package dev.migrate.core.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** PostgreSQL's functions by volatility, as far as defaults and checks use them; {@code pg_proc.provolatile} of 13 to 18. */
final class Functions {
    private static final Set<String> VOLATILE = words("clock_timestamp currval gen_random_bytes gen_random_uuid lastval"
            + " nextval pg_advisory_lock pg_advisory_xact_lock pg_sleep pg_try_advisory_lock random random_normal"
            + " set_config setseed setval timeofday uuid_generate_v1"
            + " uuid_generate_v1mc uuid_generate_v4 uuidv4 uuidv7 lo_create lo_unlink pg_notify"
            + " pg_terminate_backend pg_cancel_backend pg_reload_conf dblink dblink_exec query_to_xml");

    /** Immutable and stable functions, and the words of expressions that take parentheses. */
    private static final Set<String> STABLE = words("abs acos age all any array array_agg array_append array_cat"
            + " array_dims array_fill array_length array_lower array_ndims array_position array_positions"
            + " array_prepend array_remove array_replace array_to_json array_to_string array_upper as ascii asin atan"
            + " atan2 avg between bit bit_length bool_and bool_or btrim by cardinality case cast cbrt ceil ceiling"
            + " char char_length character character_length check chr coalesce col_description collate concat"
            + " concat_ws convert convert_from convert_to cos cot count cume_dist current_database current_date"
            + " current_query current_schema current_schemas current_setting current_time current_timestamp"
            + " current_user date date_bin date_part date_trunc decimal decode default degrees dense_rank distinct div"
            + " double else encode end enum_first enum_last enum_range every exists exp extract factorial filter"
            + " first_value float floor format format_type from from_json gcd generate_series"
            + " generate_subscripts get_byte greatest grouping has_any_column_privilege"
            + " has_column_privilege has_schema_privilege has_table_privilege having host hostmask in inet_same_family"
            + " initcap int interval is isfinite isnull join json_agg json_array json_array_elements"
            + " json_array_length json_build_array json_build_object json_each json_each_text json_extract_path"
            + " json_extract_path_text json_object json_object_agg json_object_keys json_strip_nulls json_typeof"
            + " jsonb_agg jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array"
            + " jsonb_build_object jsonb_each jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_insert"
            + " jsonb_object jsonb_object_agg jsonb_object_keys jsonb_path_exists jsonb_path_query"
            + " jsonb_path_query_array jsonb_path_query_first jsonb_pretty jsonb_set jsonb_set_lax"
            + " jsonb_strip_nulls jsonb_typeof justify_days justify_hours justify_interval lag last_value lcm lead least"
            + " left length like limit ln localtime localtimestamp log log10 lower lower_inc lower_inf lpad ltrim"
            + " make_date make_interval make_time make_timestamp make_timestamptz masklen max md5 min mod mode"
            + " multirange national netmask network normalize not now nth_value ntile nullif num_nonnulls num_nulls"
            + " numeric numrange obj_description octet_length offset on or order over overlay parse_ident"
            + " percent_rank percentile_cont percentile_disc pg_backend_pid pg_client_encoding pg_column_size pg_current_xact_id txid_current"
            + " pg_database_size pg_get_constraintdef pg_get_expr pg_get_indexdef pg_get_serial_sequence"
            + " pg_get_viewdef pg_indexes_size pg_is_in_recovery pg_relation_size pg_size_pretty pg_table_is_visible"
            + " pg_table_size pg_total_relation_size pg_typeof phraseto_tsquery pi plainto_tsquery position power"
            + " quote_ident quote_literal quote_nullable radians range_merge rank regexp_count regexp_instr"
            + " regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table"
            + " regexp_substr repeat replace returning reverse right round row row_number row_to_json rpad rtrim"
            + " scale select session_user set set_masklen setweight sha224 sha256 sha384 sha512 sign similar sin"
            + " some split_part sqrt starts_with statement_timestamp stddev strip strpos string_agg"
            + " string_to_array string_to_table substr substring sum tan then time timestamp timestamptz timezone"
            + " to_ascii to_char to_date to_hex to_json to_jsonb to_number to_regclass to_regtype to_timestamp"
            + " to_tsquery to_tsvector transaction_timestamp txid_current pg_current_xact_id translate trim trim_array trim_scale trunc ts_headline"
            + " ts_rank ts_rank_cd tsrange tstzrange union unnest upper upper_inc upper_inf using uuid_nil"
            + " uuid_ns_dns uuid_ns_url uuid_generate_v3 uuid_generate_v5 values varchar var_pop var_samp variance"
            + " version websearch_to_tsquery when where width_bucket with within xmlagg xmlelement xmlforest"
            + " xmlparse xmlserialize int4range int8range daterange isempty and lateral except intersect only"
            + " hashtext hstore citext bool text numrange");

    private Functions() {}

    static boolean isVolatile(String name) {
        return VOLATILE.contains(name);
    }

    static boolean isStable(String name) {
        return STABLE.contains(name);
    }

    private static Set<String> words(String words) {
        return new HashSet<>(List.of(words.split(" ", -1)));
    }
}
