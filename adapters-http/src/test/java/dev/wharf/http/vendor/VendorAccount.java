package dev.wharf.http.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.wharf.http.Credentials;
import dev.wharf.testkit.CannedAnswer;
import dev.wharf.testkit.MisledUpload;
import dev.wharf.testkit.ScriptedServer;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's account as far as its documents and its published definition tell, quirks included, on a free port of this machine. What they do
 * not tell (the status of binding a bound package, the order of lists) is chosen here, and nothing may be concluded from it.
 */
final class VendorAccount implements ResponseDefinitionTransformerV2, ScriptedServer, AutoCloseable {
    static final String USER = "recent_user";
    static final Credentials KEY = new Credentials("key", "secret");
    static final String AUTHORIZATION = "Basic a2V5OnNlY3JldA==";
    private static final long RATE_LIMIT = 20_000;

    private final WireMockServer http = new WireMockServer(
            options().dynamicPort().disableRequestJournal().containerThreads(32).extensions(this));
    private final VendorState state = new VendorState();
    private final VendorCalls calls = new VendorCalls(state);
    private final AtomicInteger requests = new AtomicInteger();
    private @Nullable Script script;

    /** What is answered instead, and how often still. */
    private record Script(String request, int times, CannedAnswer answer) {}

    VendorAccount() {
        http.start();
        http.stubFor(any(anyUrl()).willReturn(WireMock.aResponse()));
    }

    URI url() {
        return URI.create(http.baseUrl());
    }

    @Override
    public synchronized void answerNext(String request, int times, CannedAnswer answer) {
        script = new Script(request, times, answer);
    }

    @Override
    public void misleadNextUpload(MisledUpload how) {
        calls.misleadNextUpload(how);
    }

    @Override
    public synchronized void behave() {
        script = null;
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        http.stop();
    }

    @Override
    public String getName() {
        return "vendor-account";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        int before = requests.getAndIncrement();
        Request request = event.getRequest();
        CannedAnswer instead = scripted(request.getMethod().getName() + " " + request.getUrl());
        if (instead != null) {
            return canned(instead);
        }
        return calls.answer(request)
                .withHeader("X-Rate-Limit", Long.toString(RATE_LIMIT))
                .withHeader("X-Rate-Limit-Remaining", Long.toString(Math.max(RATE_LIMIT / 2, RATE_LIMIT - before)))
                .build();
    }

    private synchronized @Nullable CannedAnswer scripted(String request) {
        Script now = script;
        if (now == null || !request.startsWith(now.request())) {
            return null;
        }
        script = now.times() == 1 ? null : new Script(now.request(), now.times() - 1, now.answer());
        return now.answer();
    }

    private static ResponseDefinition canned(CannedAnswer answer) {
        ResponseDefinitionBuilder built =
                WireMock.aResponse().withStatus(answer.status()).withBody(answer.body());
        answer.headers().forEach(built::withHeader);
        return built.build();
    }
}
