package dev.wharf.http.vendor;

import com.github.tomakehurst.wiremock.common.Json;
import dev.wharf.http.vendor.VendorState.StoredConnection;
import dev.wharf.http.vendor.VendorState.StoredGroup;
import dev.wharf.http.vendor.VendorState.StoredPackage;
import org.jspecify.annotations.Nullable;

/** How the vendor writes what it keeps, with fields that no client knows yet. */
final class VendorJson {
    private VendorJson() {}

    static String envelope(String code, String message, @Nullable String data) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"" + (data == null ? "" : ",\"data\":" + data)
                + "}";
    }

    /** While nothing uses it, every other package has no {@code connection_id}, and the rest have null. */
    static String of(StoredPackage each, @Nullable String connection) {
        String user = connection != null ? "\"connection_id\":\"" + connection + "\"," : "";
        String unbound = connection == null && each.number() % 2 == 0 ? "\"connection_id\":null," : "";
        String hash = each.told() == null ? "" : ",\"file_sha256_hash\":\"" + each.told() + "\"";
        return "{\"id\":\"" + each.id() + "\"," + user + unbound + "\"created_by\":\"" + VendorAccount.USER
                + "\",\"last_updated_by\":\"" + VendorAccount.USER + "\",\"created_at\":\"" + each.createdAt()
                + "\",\"updated_at\":\"" + each.updatedAt() + "\"" + hash + ",\"sharing\":{\"connections\":[]}}";
    }

    static String of(StoredConnection each) {
        return of(each, "");
    }

    /** One test of a kind that no client knows yet. */
    static String tested(StoredConnection each) {
        return of(
                each,
                "{\"title\":\"Connecting\",\"status\":\"FAILED\",\"message\":\"No answer\",\"details\":{}},"
                        + "{\"title\":\"Reading\",\"status\":\"POSTPONED\",\"message\":null}");
    }

    private static String of(StoredConnection each, String tests) {
        String packageId = each.packageId() == null ? "" : ",\"package_id\":\"" + each.packageId() + "\"";
        String secrets = String.join(
                ",",
                each.secrets().stream()
                        .map(key -> "{\"key\":" + Json.write(key) + ",\"value\":\"******\"}")
                        .toList());
        return "{\"id\":\"" + each.id() + "\",\"group_id\":\"" + each.group() + "\",\"service\":\"connector_sdk\","
                + "\"schema\":\"" + each.schema() + "\",\"paused\":true,\"sync_frequency\":360,\"connected_by\":\""
                + VendorAccount.USER + "\",\"created_at\":\"" + each.at() + "\",\"setup_tests\":[" + tests + "],"
                + "\"config\":{\"schema\":\"" + each.schema() + "\"" + packageId + ",\"secrets_list\":[" + secrets
                + "]}}";
    }

    static String of(StoredGroup each) {
        return "{\"id\":\"" + each.id() + "\",\"name\":" + Json.write(each.name()) + ",\"created_at\":\"" + each.at()
                + "\"}";
    }
}
