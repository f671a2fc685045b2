package dev.wharf.testkit.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link WharfServer} with the usual settings to every test, constructor and method of a test class's life that has one as a
 * parameter. It is the same for all of the class and its nested ones, is started for the first, and closed after the last.
 *
 * <pre>{@code
 * @ExtendWith(WharfServerExtension.class)
 * class PipelineTest {
 *     @Test
 *     void deploys(WharfServer server) { ... }
 * }
 * }</pre>
 */
public final class WharfServerExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(WharfServerExtension.class);

    /** For JUnit. */
    public WharfServerExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == WharfServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext holder = test;
        while (holder.getParent()
                .filter(each -> each.getTestClass().isPresent())
                .isPresent()) {
            holder = holder.getParent().get();
        }
        return holder.getStore(OURS)
                .getOrComputeIfAbsent(WharfServer.class, type -> WharfServer.start(), WharfServer.class);
    }
}
