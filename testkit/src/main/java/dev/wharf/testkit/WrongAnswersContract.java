package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none of the API's are told as what they are, and lead nobody elsewhere. */
interface WrongAnswersContract extends BadDayFixture {
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 407, 418})
    default void a_page_of_a_proxy_keeps_its_status_and_what_it_says(int status) {
        ConnectorPackage created = create();
        server().answerNext("", FOR_EVER, BadDayFixture.proxyPage(status));

        WharfException failure =
                catchThrowableOfType(WharfException.class, () -> packages().retrieve(created.id()));

        assertThat(said(failure)).contains("" + status, "Bad gateway").doesNotContain("<h1>", "p{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 400, 418})
    default void an_empty_answer_keeps_its_status(int status) {
        ConnectorPackage created = create();
        server().answerNext("", FOR_EVER, CannedAnswer.of(status));

        WharfException failure =
                catchThrowableOfType(WharfException.class, () -> packages().retrieve(created.id()));

        assertThat(said(failure)).contains("" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Please log in</html>", "", "[]", "{\"hello\":1}", "{\"data\":{\"name\":\"x\"}}"})
    default void an_answer_of_something_else_is_not_taken_for_one(String body) {
        ConnectorPackage created = create();
        server().answerNext("", FOR_EVER, CannedAnswer.of(200).withBody(body));

        assertThatThrownBy(() -> packages().retrieve(created.id())).isInstanceOf(UnexpectedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    default void a_redirect_leads_nobody_to_another_host(int status) throws IOException {
        ConnectorPackage created = create();
        try (ServerSocketChannel elsewhere = ServerSocketChannel.open()) {
            elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            elsewhere.configureBlocking(false);
            String location = "http://127.0.0.1:" + elsewhere.socket().getLocalPort() + "/v1";
            server().answerNext("", FOR_EVER, CannedAnswer.of(status).withHeader("Location", location));

            for (Runnable call : List.<Runnable>of(
                    () -> packages().retrieve(created.id()),
                    () -> packages().download(created.id()),
                    () -> packages().delete(created.id()),
                    () -> packages().update(created.id(), ArchiveSource.of(AFTER)))) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(UnexpectedAnswerException.class)
                        .hasMessageContaining("127.0.0.1");
            }
            // Nobody even knocked, so nobody showed a credential.
            assertThat(elsewhere.accept()).isNull();
        }
    }

    /** What a failure and its causes say. */
    private static String said(WharfException failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            said.append(each.getMessage()).append('\n');
        }
        return said.toString();
    }
}
