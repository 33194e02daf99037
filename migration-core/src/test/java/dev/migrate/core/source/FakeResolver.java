package dev.migrate.core.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A resolver made of maps.
 *
 * @param types binary names by canonical names
 * @param constants values by {@code type.field}
 * @param supertypes {@code type < super type}
 * @param methods {@code type.method}
 */
record FakeResolver(
        Map<String, String> types,
        Map<String, Object> constants,
        Set<String> supertypes,
        Set<String> methods,
        Map<String, PackageInfo> packages)
        implements SourceResolver {
    static final FakeResolver EMPTY = new FakeResolver(Map.of(), Map.of(), Set.of(), Set.of(), Map.of());

    @Override
    public Optional<String> binaryName(String type) {
        return Optional.ofNullable(types.get(type));
    }

    @Override
    public Optional<Object> constant(String type, String field) {
        return Optional.ofNullable(constants.get(type + "." + field));
    }

    @Override
    public boolean isSubtype(String type, String superType) {
        return supertypes.contains(type + " < " + superType);
    }

    @Override
    public boolean hasMethod(String type, String method) {
        return methods.contains(type + "." + method);
    }

    @Override
    public Optional<PackageInfo> packageInfo(String packageName) {
        return Optional.ofNullable(packages.get(packageName));
    }
}
