package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.FailureMapping.Answer;
import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.network.Network;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no answer of the API is told with its status and its host, without a guess. */
class ForeignAnswersTest {
    private static final Route ROUTE = Route.to(URI.create("https://api.example.com"), Network.PLAIN);
    private static final String PATH = "/v1/groups";

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 404, 405, 410, 413, 414, 418, 429, 500, 502, 503, 504, 511})
    void status_host_and_words_are_in_the_message(int status) {
        WharfException failure = failure(foreign(status, "nginx says no"), Attempt.CALL);

        assertThat(failure).hasMessageContainingAll("HTTP " + status, "api.example.com");
        if (status >= 400) {
            assertThat(failure).hasMessageContaining("nginx says no");
        }
    }

    @Test
    void only_an_upload_that_the_api_itself_refuses_for_its_size_is_larger_than_the_registry_allows() {
        assertThat(failure(ofApi(413, "PayloadTooLarge", null), Attempt.UPLOAD))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("The archive is larger than the registry allows.");
        assertThat(failure(foreign(413, "Too Large"), Attempt.UPLOAD))
                .isInstanceOf(TooLargeException.class)
                .hasMessageContaining("HTTP 413")
                .hasMessageNotContaining("registry allows");
        assertThat(failure(foreign(413, "Too Large"), Attempt.CALL))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageNotContaining("archive");
        assertThat(failure(ofApi(413, "PayloadTooLarge", null), Attempt.CALL)).hasMessageNotContaining("archive");
    }

    @Test
    void a_path_that_nobody_knows_is_not_taken_for_a_thing_that_is_gone() {
        assertThat(failure(foreign(404, "Not Found"), Attempt.CALL))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContainingAll(PATH, "a newer version of Wharf");
        assertThat(failure(ofApi(410, "Gone", "This endpoint was retired"), Attempt.CALL))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContainingAll("This endpoint was retired", "a newer version of Wharf");
        assertThat(failure(ofApi(404, "NotFound_Group", "no such group"), Attempt.CALL))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no such group");
    }

    @Test
    void a_refusal_and_an_absence_keep_their_kinds() {
        assertThat(failure(foreign(403, ""), Attempt.CALL)).isInstanceOf(NotAllowedException.class);
        assertThat(failure(foreign(502, ""), Attempt.UPLOAD)).isInstanceOf(UnavailableException.class);
    }

    private static WharfException failure(Answer answer, Attempt attempt) {
        return FailureMapping.failure(answer, attempt, PATH, ROUTE);
    }

    private static Answer foreign(int status, String snippet) {
        return new Answer(status, null, null, snippet, null, null, OnTheWay.UNKNOWN);
    }

    private static Answer ofApi(int status, String code, @Nullable String message) {
        return new Answer(status, code, message, "", null, null, OnTheWay.UNKNOWN);
    }
}
