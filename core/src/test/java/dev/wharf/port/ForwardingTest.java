package dev.wharf.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingTest {
    private static List<Method> operations(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
    }

    static List<Method> registry() {
        return operations(PackageRegistry.class);
    }

    static List<Method> download() {
        return operations(ArchiveDownload.class);
    }

    @ParameterizedTest
    @MethodSource("registry")
    void every_operation_of_a_registry_is_the_other_ones(Method operation) throws Exception {
        forwards(operation, PackageRegistry.class, behind -> new ForwardingRegistry(behind) {});
    }

    @ParameterizedTest
    @MethodSource("download")
    void everything_of_a_download_is_the_other_ones(Method operation) throws Exception {
        forwards(operation, ArchiveDownload.class, behind -> new ForwardingDownload(behind) {});
    }

    private static <P> void forwards(Method operation, Class<P> port, Function<P, P> forwarding) throws Exception {
        List<List<Object>> calls = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        P behind = mock(port, call -> {
            calls.add(List.of(call.getMethod(), Arrays.asList(call.getArguments())));
            answers.add(operation.getReturnType() == void.class ? null : mock(operation.getReturnType()));
            return answers.get(0);
        });
        Object[] arguments = Arrays.stream(operation.getParameterTypes())
                .map(type -> mock(type))
                .toArray();

        Object answer = operation.invoke(forwarding.apply(behind), arguments);

        assertThat(calls).containsExactly(List.of(operation, Arrays.asList(arguments)));
        assertThat(answer).isSameAs(answers.get(0));
    }
}
