package dev.migrate.core.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The tokens that decide what a row function computes: its own, its model's, and those of every member of the class that
 * these name, over any number of steps. Members are told by name: to take one too many is harmless.
 */
final class RowFunctions {
    private final TypeDeclaration<?> outermost;

    RowFunctions(TypeDeclaration<?> type) {
        TypeDeclaration<?> top = type;
        while (FileScope.enclosing(top).isPresent()) {
            top = FileScope.enclosing(top).get();
        }
        this.outermost = top;
    }

    List<String> tokens(List<Node> up, List<Node> down) {
        List<Node> pieces = new ArrayList<>(up);
        pieces.addAll(down);
        List<String> tokens = new ArrayList<>();
        for (Node piece : withMembers(pieces)) {
            tokens.addAll(tokens(piece));
        }
        return tokens;
    }

    private List<Node> withMembers(List<Node> pieces) {
        // By identity: the parser's nodes are equal when they look alike.
        Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> all = new ArrayList<>();
        for (Node piece : pieces) {
            if (taken.add(piece)) {
                all.add(piece);
            }
        }
        for (int index = 0; index < all.size(); index++) {
            Set<String> names = names(all.get(index));
            for (BodyDeclaration<?> member : members()) {
                if (isNamed(member, names) && taken.add(member)) {
                    all.add(member);
                }
            }
        }
        return all;
    }

    private List<BodyDeclaration<?>> members() {
        List<BodyDeclaration<?>> members = new ArrayList<>();
        for (BodyDeclaration<?> member : outermost.getMembers()) {
            members.add(member);
        }
        return members;
    }

    private static Set<String> names(Node code) {
        Set<String> names = new HashSet<>();
        code.walk(SimpleName.class, name -> names.add(name.getIdentifier()));
        return names;
    }

    private static boolean isNamed(BodyDeclaration<?> member, Set<String> names) {
        if (member instanceof FieldDeclaration field) {
            return field.getVariables().stream().anyMatch(variable -> names.contains(variable.getNameAsString()));
        }
        if (member instanceof CallableDeclaration<?> callable) {
            return names.contains(callable.getNameAsString());
        }
        return member instanceof TypeDeclaration<?> type && names.contains(type.getNameAsString());
    }

    private static List<String> tokens(Node piece) {
        List<String> tokens = new ArrayList<>();
        piece.getTokenRange().ifPresent(range -> {
            for (JavaToken token : range) {
                if (!token.getCategory().isWhitespaceOrComment()) {
                    tokens.add(token.getText());
                }
            }
        });
        return tokens;
    }
}
