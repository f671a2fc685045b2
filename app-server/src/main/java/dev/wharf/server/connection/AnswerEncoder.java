package dev.wharf.server.connection;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.Queue;

/** Writes answers; those to {@code HEAD} without a body. */
final class AnswerEncoder extends HttpResponseEncoder {
    private final Queue<HttpMethod> methods;

    AnswerEncoder(Queue<HttpMethod> methods) {
        this.methods = methods;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse answer) {
        // An interim answer is not yet the one to its request.
        boolean interim = answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        HttpMethod method = interim ? null : methods.poll();
        return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(answer);
    }
}
