package dev.wharf.testkit.server;

import dev.wharf.testkit.CannedAnswer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers what a test wants answered, in place of the server. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(ScriptedAnswerFilter.ORDER)
@Requires(beans = Backstage.class)
class ScriptedAnswerFilter {
    /** A proxy that fails has not asked who calls. */
    static final int ORDER = RequestLogFilter.ORDER + 100;

    private final ScriptedAnswers answers;

    ScriptedAnswerFilter(Backstage backstage) {
        this.answers = backstage.answers();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> answer(HttpRequest<?> request) {
        return answers.take(request.getMethodName() + " " + request.getPath())
                .map(ScriptedAnswerFilter::response)
                .orElse(null);
    }

    private static HttpResponse<?> response(CannedAnswer answer) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(answer.status(), "Scripted");
        answer.headers().forEach(response::header);
        if (!answer.body().isEmpty()) {
            response.body(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response;
    }
}
