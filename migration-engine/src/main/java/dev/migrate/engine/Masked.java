package dev.migrate.engine;

import java.util.regex.Pattern;

/** Texts without secrets. */
public final class Masked {
    private static final Pattern SECRET_PARAMETER = Pattern.compile("(?i)((?:ssl)?password=)[^&\\s]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/?@:\\s]*):[^/?@\\s]*@");

    private Masked() {}

    /** A JDBC URL with every password in it replaced by {@code ****}. */
    public static String url(String url) {
        String withoutParameters = SECRET_PARAMETER.matcher(url).replaceAll("$1****");
        return USER_INFO.matcher(withoutParameters).replaceAll("$1:****@");
    }
}
