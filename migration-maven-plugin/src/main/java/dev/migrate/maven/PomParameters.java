package dev.migrate.maven;

import dev.migrate.engine.Setting;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.Map;

/** The parameters of a goal as settings: each field that has the name of a {@link Setting}. */
final class PomParameters {
    private PomParameters() {}

    /** The values that Maven put into the goal's fields; absent ones are left out. */
    static Map<Setting, String> of(AbstractMigrateMojo mojo) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            for (Class<?> type = mojo.getClass(); type != Object.class; type = type.getSuperclass()) {
                putDeclared(type, mojo, setting, values);
            }
        }
        return values;
    }

    private static void putDeclared(Class<?> type, Object mojo, Setting setting, Map<Setting, String> values) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(setting.key()) && field.getType() == String.class) {
                putIfGiven(field, mojo, setting, values);
            }
        }
    }

    private static void putIfGiven(Field field, Object mojo, Setting setting, Map<Setting, String> values) {
        try {
            field.setAccessible(true);
            Object value = field.get(mojo);
            if (value != null) {
                values.put(setting, value.toString());
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("cannot read " + field, impossible);
        }
    }
}
