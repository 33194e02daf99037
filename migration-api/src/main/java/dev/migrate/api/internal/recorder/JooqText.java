package dev.migrate.api.internal.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DDLQuery;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.TableElement;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** The text of jOOQ's statements for PostgreSQL, with settings that no file on the class path can change. */
final class JooqText {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final DSLContext POSTGRES = DSL.using(
            SQLDialect.POSTGRES,
            new Settings()
                    .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                    .withRenderLocale(Locale.ROOT)
                    .withRenderFormatted(false));

    private JooqText() {}

    /** The text with every value inlined; a {@code DO} block that jOOQ makes of some chains is kept as it is. */
    static String render(QueryPart part) {
        return POSTGRES.renderInlined(part);
    }

    /** What the author wrote and the text does not say: computed columns become plain ones in the open source edition. */
    static List<String> lost(DDLQuery statement) {
        List<String> lost = new ArrayList<>();
        if (statement instanceof QOM.CreateTable create) {
            for (TableElement element : create.$tableElements()) {
                if (element instanceof Field<?> field && field.getDataType().computed()) {
                    lost.add("generated column " + field.getName());
                }
            }
        }
        return lost;
    }
}
