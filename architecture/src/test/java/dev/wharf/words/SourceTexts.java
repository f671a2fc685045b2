package dev.wharf.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The texts that stand in Java sources: each with its place, and what it is. */
final class SourceTexts {
    /** What a text is. */
    enum Kind {
        /** What is wrong, of a failure. */
        PROBLEM,
        /** What to do, of a failure. */
        HINT,
        /** Anything else. */
        OTHER
    }

    /** A text, in which {@link Words#VALUE} stands for what only a run knows. */
    record Text(String place, Kind kind, String text) {}

    private SourceTexts() {}

    static List<Text> of(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<Text> texts = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            unit.accept(new Reader(unit, texts), null);
        }
        return texts;
    }

    static List<Text> of(String source) throws IOException {
        return of(List.of(new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        }));
    }

    private static final class Reader extends TreeScanner<Void, Void> {
        /** Whose lists of words are data. */
        private static final Set<String> DATA = Set.of("SlugWords.java");

        private final String file;
        private final List<Text> texts;
        private final boolean isData;

        Reader(CompilationUnitTree unit, List<Text> texts) {
            String path = unit.getSourceFile().getName();
            this.file = path.substring(path.lastIndexOf('/') + 1);
            this.texts = texts;
            this.isData = DATA.contains(file);
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void nothing) {
            String type = node.getIdentifier().toString();
            if (type.endsWith("Exception") || type.equals("Diagnosis")) {
                List<? extends ExpressionTree> texted = node.getArguments().stream()
                        .filter(argument -> read(argument).isPresent())
                        .toList();
                for (int i = 0; i < texted.size() && isOurs(type); i++) {
                    add(i == 0 ? Kind.PROBLEM : Kind.HINT, read(texted.get(i)).orElseThrow());
                }
                if (isOurs(type) && !texted.isEmpty()) {
                    return null;
                }
            }
            return super.visitNewClass(node, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree node, Void nothing) {
            Optional<String> text = read(node);
            if (text.isEmpty()) {
                return super.visitBinary(node, nothing);
            }
            add(Kind.OTHER, text.get());
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void nothing) {
            read(node).ifPresent(text -> add(Kind.OTHER, text));
            return null;
        }

        @Override
        public Void visitAnnotation(AnnotationTree node, Void nothing) {
            return node.getAnnotationType().toString().equals("SuppressWarnings")
                    ? null
                    : super.visitAnnotation(node, nothing);
        }

        /** Failures that callers are shown, whose names do not occur in the JDK. */
        private static boolean isOurs(String type) {
            return type.equals("Diagnosis")
                    || Set.of(
                                    "ConflictException",
                                    "IntegrityException",
                                    "InterruptedTransferException",
                                    "InvalidArchiveException",
                                    "InvalidProjectException",
                                    "InvalidRequestException",
                                    "NotAllowedException",
                                    "NotAuthenticatedException",
                                    "NotFoundException",
                                    "RateLimitedException",
                                    "StorageException",
                                    "UnavailableException",
                                    "UnexpectedAnswerException")
                            .contains(type);
        }

        private void add(Kind kind, String text) {
            if (!isData
                    && text.indexOf('\n') < 0
                    && !text.matches("(?s)(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA) .*")) {
                texts.add(new Text(file, kind, text));
            }
        }

        /** A text put together; empty if it is none. */
        private static Optional<String> read(Tree node) {
            if (node instanceof ParenthesizedTree inner) {
                return read(inner.getExpression());
            }
            if (node instanceof LiteralTree literal) {
                return literal.getKind() == Tree.Kind.STRING_LITERAL
                        ? Optional.of((String) literal.getValue())
                        : Optional.empty();
            }
            if (node instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                Optional<String> left = read(sum.getLeftOperand());
                Optional<String> right = read(sum.getRightOperand());
                return left.isEmpty() && right.isEmpty()
                        ? Optional.empty()
                        : Optional.of(left.orElse(Words.VALUE) + right.orElse(Words.VALUE));
            }
            return Optional.empty();
        }
    }
}
