package dev.wharf.http.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import dev.wharf.http.vendor.VendorState.StoredConnection;
import dev.wharf.http.vendor.VendorState.StoredGroup;
import dev.wharf.http.vendor.VendorState.StoredPackage;
import dev.wharf.testkit.MisledUpload;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The vendor's answers to single calls. */
final class VendorCalls {
    private static final String PACKAGES = "/v1/connector-sdk/packages";
    private static final String CONNECTIONS = "/v1/connections";

    private final VendorState state;
    private final AtomicReference<@Nullable MisledUpload> misled = new AtomicReference<>();
    private final AtomicInteger answers = new AtomicInteger();

    VendorCalls(VendorState state) {
        this.state = state;
    }

    void misleadNextUpload(MisledUpload how) {
        misled.set(how);
    }

    ResponseDefinitionBuilder answer(Request request) {
        if (!VendorAccount.AUTHORIZATION.equals(request.getHeader("Authorization"))) {
            return failed(401, "AuthFailed");
        }
        String accept = Objects.toString(request.getHeader("Accept"), "*/*");
        if (accept.contains("version=") && !accept.contains("version=2")) {
            return failed(406, "NotAcceptable");
        }
        String path = request.getUrl().replaceAll("\\?.*", "");
        String call = request.getMethod().getName() + " " + path.replaceFirst("(packages|connections)/[^/]+", "$1/*");
        String id = path.replaceFirst("/(download|test|sync)$", "").replaceFirst(".*/", "");
        return switch (call) {
            case "GET /v1/account/info" ->
                ok("{\"account_id\":\"a\",\"account_name\":\"An account\",\"user_id\":\"" + VendorAccount.USER + "\"}");
            case "GET " + PACKAGES -> list(request, state.allPackages(), this::json);
            case "POST " + PACKAGES -> upload(request, null);
            case "GET " + PACKAGES + "/*" -> each(id, found -> ok(json(found)));
            case "PATCH " + PACKAGES + "/*" -> each(id, found -> upload(request, found));
            case "DELETE " + PACKAGES + "/*" -> each(id, this::delete);
            case "GET " + PACKAGES + "/*/download" -> each(id, VendorCalls::download);
            case "POST " + CONNECTIONS -> connect(request);
            case "PATCH " + CONNECTIONS + "/*" -> connection(id, found -> repoint(found, request));
            case "GET " + CONNECTIONS + "/*" -> connection(id, found -> ok(VendorJson.of(found)));
            case "DELETE " + CONNECTIONS + "/*" -> connection(id, this::disconnect);
            case "POST " + CONNECTIONS + "/*/test" -> connection(id, found -> ok(VendorJson.tested(found)));
            case "POST " + CONNECTIONS + "/*/sync" ->
                connection(id, found -> done("Sync has been successfully triggered"));
            case "GET /v1/groups" -> list(request, List.copyOf(state.allGroups()), VendorJson::of);
            case "POST /v1/groups" -> group(request);
            default -> failed(404, "NotFound");
        };
    }

    /** A cursor says how many items to skip; the last page has none. */
    private <T> ResponseDefinitionBuilder list(Request request, List<T> all, Function<T, String> write) {
        QueryParameter limit = request.queryParameter("limit");
        QueryParameter cursor = request.queryParameter("cursor");
        int count = limit.isPresent() ? Integer.parseInt(limit.firstValue()) : 100;
        if (count < 1 || count > 1000) {
            return failed(400, "InvalidInput");
        }
        int skipped = cursor.isPresent() ? skipped(cursor.firstValue()) : 0;
        int end = Math.min(all.size(), skipped + count);
        String items = String.join(
                ",",
                all.subList(Math.min(skipped, end), end).stream().map(write).toList());
        String next = end < all.size() ? ",\"next_cursor\":\"" + cursor(end) + "\"" : "";
        return ok("{\"items\":[" + items + "]" + next + "}");
    }

    private static String cursor(int skip) {
        return Base64.getEncoder().encodeToString(("{\"skip\":" + skip + "}").getBytes(US_ASCII));
    }

    private static int skipped(String cursor) {
        return Integer.parseInt(new String(Base64.getDecoder().decode(cursor), US_ASCII).replaceAll("\\D", ""));
    }

    private ResponseDefinitionBuilder upload(Request request, @Nullable StoredPackage before) {
        Request.Part file = request.getPart("file");
        byte[] bytes = file == null ? new byte[0] : file.getBody().asBytes();
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return failed(400, "InvalidInput");
        }
        MisledUpload how = misled.getAndSet(null);
        StoredPackage stored = before == null
                ? state.create(bytes)
                : state.update(before.id(), bytes).orElseThrow();
        if (how != null) {
            stored = mislead(stored, how);
        }
        return before == null ? created("Package created successfully", json(stored)) : ok(json(stored));
    }

    private StoredPackage mislead(StoredPackage stored, MisledUpload how) {
        byte[] bytes = how.storedInsteadOf(stored.bytes());
        return state.replace(new StoredPackage(
                stored.id(), stored.number(), stored.createdAt(), stored.updatedAt(), bytes, how.toldOf(bytes)));
    }

    /** Refused while bound, in the same words as everything else that is refused. */
    private ResponseDefinitionBuilder delete(StoredPackage found) {
        if (state.userOf(found.id()) != null) {
            return failed(403, "Forbidden");
        }
        state.delete(found.id());
        return done("Package deleted successfully");
    }

    /** As the definition says, wrongly, JSON; no name, no tag, no ranges, and no length. */
    private static ResponseDefinitionBuilder download(StoredPackage found) {
        return WireMock.aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(found.bytes());
    }

    private ResponseDefinitionBuilder connect(Request request) {
        Map<?, ?> body = Json.read(request.getBodyAsString(), Map.class);
        Map<?, ?> config = (Map<?, ?>) body.get("config");
        String packageId = (String) config.get("package_id");
        ResponseDefinitionBuilder refusal = whyNotBound(packageId, null);
        if (refusal != null) {
            return refusal;
        }
        List<?> secrets = config.get("secrets_list") instanceof List<?> list ? list : List.of();
        StoredConnection connected = state.connect(
                (String) body.get("group_id"),
                (String) config.get("schema"),
                packageId,
                secrets.stream()
                        .map(secret -> (String) ((Map<?, ?>) secret).get("key"))
                        .toList());
        return created("Connection has been created", VendorJson.of(connected));
    }

    private ResponseDefinitionBuilder repoint(StoredConnection before, Request request) {
        Map<?, ?> body = Json.read(request.getBodyAsString(), Map.class);
        String packageId = body.get("config") instanceof Map<?, ?> config ? (String) config.get("package_id") : null;
        ResponseDefinitionBuilder refusal = whyNotBound(packageId, before.id());
        if (refusal != null) {
            return refusal;
        }
        return ok(VendorJson.of(packageId == null ? before : state.repoint(before, packageId)));
    }

    private @Nullable ResponseDefinitionBuilder whyNotBound(@Nullable String packageId, @Nullable String connection) {
        if (packageId == null) {
            return null;
        }
        if (state.find(packageId).isEmpty()) {
            return failed(404, "NotFound_ConnectorSdkPackage");
        }
        String user = state.userOf(packageId);
        return user == null || user.equals(connection) ? null : failed(409, "IllegalState");
    }

    private ResponseDefinitionBuilder disconnect(StoredConnection found) {
        state.disconnect(found.id());
        return done("Connection has been deleted");
    }

    private ResponseDefinitionBuilder group(Request request) {
        Map<?, ?> body = Json.read(request.getBodyAsString(), Map.class);
        StoredGroup made = state.group((String) body.get("name"));
        return created("Group has been created", VendorJson.of(made));
    }

    private ResponseDefinitionBuilder each(String id, Function<StoredPackage, ResponseDefinitionBuilder> then) {
        return state.find(id).map(then).orElseGet(() -> failed(404, "NotFound_ConnectorSdkPackage"));
    }

    private ResponseDefinitionBuilder connection(
            String id, Function<StoredConnection, ResponseDefinitionBuilder> then) {
        return state.connection(id).map(then).orElseGet(() -> failed(404, "NotFound_Connection"));
    }

    private String json(StoredPackage each) {
        return VendorJson.of(each, state.userOf(each.id()));
    }

    private ResponseDefinitionBuilder ok(String data) {
        return answered(200, "Success", "Retrieved or changed", data);
    }

    private ResponseDefinitionBuilder done(String message) {
        return answered(200, "Success", message, null);
    }

    /** The code is one word in the definition's examples, and another in other documents. */
    private ResponseDefinitionBuilder created(String message, String data) {
        return answered(201, answers.get() % 2 == 0 ? "Success" : "Created", message, data);
    }

    private ResponseDefinitionBuilder failed(int status, String code) {
        return answered(status, code, "Refused", null);
    }

    /** Never twice the same message: nobody may rely on one. */
    private ResponseDefinitionBuilder answered(int status, String code, String message, @Nullable String data) {
        String unstable = message + ", answer " + answers.incrementAndGet();
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=utf-8")
                .withBody(VendorJson.envelope(code, unstable, data));
    }
}
