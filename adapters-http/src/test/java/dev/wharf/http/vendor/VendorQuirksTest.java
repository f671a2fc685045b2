package dev.wharf.http.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.http.AnswerListener;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.RateLimit;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Cursor;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.SetupTest;
import dev.wharf.model.SetupTest.Status;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.SampleArchives;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our client understands an account with the vendor's quirks, on a good day. */
class VendorQuirksTest {
    private static final byte[] ARCHIVE = SampleArchives.connector("quirks");

    private final VendorAccount vendor = new VendorAccount();
    private final List<RateLimit> rates = new ArrayList<>();
    private final HttpAccount account =
            HttpAccount.connect(HttpAccountSettings.of(vendor.url(), VendorAccount.KEY), new AnswerListener() {
                @Override
                public void rateTold(RateLimit rate) {
                    rates.add(rate);
                }
            });

    @AfterEach
    void stop() {
        account.close();
        vendor.close();
    }

    @Test
    void packages_with_any_fraction_of_a_second_and_without_a_connection_read_back_as_they_were_created() {
        List<ConnectorPackage> created = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            created.add(account.packages().create(ArchiveSource.of(ARCHIVE)));
        }

        assertThat(Page.<ConnectorPackage>collectAll(account.packages()::list)).containsExactlyElementsOf(created);
        assertThat(created).allSatisfy(each -> {
            assertThat(each.isBound()).isFalse();
            assertThat(each.sha256()).isEqualTo(Sha256.of(ARCHIVE));
            assertThat(each.id().value()).matches("[a-z]+_[a-z]+");
        });
        assertThat(created).extracting(ConnectorPackage::id).doesNotHaveDuplicates();
    }

    @Test
    void the_last_page_has_no_cursor() {
        for (int i = 0; i < 3; i++) {
            account.packages().create(ArchiveSource.of(ARCHIVE));
        }

        Page<ConnectorPackage> first = account.packages().list(PageRequest.first(2));
        Cursor next = first.nextCursor();
        assertThat(next).isNotNull();
        Page<ConnectorPackage> last = account.packages().list(new PageRequest(2, next));

        assertThat(first.items()).hasSize(2);
        assertThat(last.items()).hasSize(1);
        assertThat(last.nextCursor()).isNull();
    }

    @Test
    void a_download_that_claims_to_be_json_is_an_archive() throws IOException {
        ConnectorPackage created = account.packages().create(ArchiveSource.of(ARCHIVE));

        try (ArchiveDownload download = account.packages().download(created.id())) {
            assertThat(download.stream().readAllBytes()).isEqualTo(ARCHIVE);
        }
    }

    @Test
    void a_bound_package_is_not_deleted_and_a_free_one_is() {
        ConnectorPackage created = account.packages().create(ArchiveSource.of(ARCHIVE));
        Connection connection = connect(created);

        PackageInUseException refused = catchThrowableOfType(
                PackageInUseException.class, () -> account.packages().delete(created.id()));
        assertThat(refused.connectionId()).isEqualTo(connection.id().value());

        account.connections().delete(connection.id());
        account.packages().delete(created.id());
        assertThatThrownBy(() -> account.packages().retrieve(created.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_connection_given_another_package_frees_the_first() {
        ConnectorPackage first = account.packages().create(ArchiveSource.of(ARCHIVE));
        ConnectorPackage second = account.packages().create(ArchiveSource.of(ARCHIVE));
        Connection connection = connect(first);
        assertThatThrownBy(() -> connect(first)).isInstanceOf(BindingConflictException.class);

        account.connections().update(connection.id(), ConnectionSettings.binding(second.id()));

        assertThat(account.packages().retrieve(first.id()).isBound()).isFalse();
        assertThat(account.packages().retrieve(second.id()).connectionId()).isEqualTo(connection.id());
        assertThat(account.connections().retrieve(connection.id()).packageId()).isEqualTo(second.id());
    }

    @Test
    void setup_tests_tell_what_failed_even_in_words_that_are_not_known_yet() {
        Connection connection = connect(account.packages().create(ArchiveSource.of(ARCHIVE)));

        assertThat(account.connections().test(connection.id()).setupTests())
                .containsExactly(
                        new SetupTest("Connecting", Status.FAILED, "No answer"),
                        new SetupTest("Reading", Status.WARNING, null));
        account.connections().sync(connection.id());
        assertThatThrownBy(() -> account.connections().sync(new ConnectionId("never_was")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void every_answer_tells_how_much_of_the_rate_limit_is_left() {
        account.info();
        account.info();

        assertThat(rates).containsExactly(new RateLimit(20_000, 20_000), new RateLimit(20_000, 19_999));
    }

    @Test
    void wrong_credentials_and_packages_that_never_were_are_told() {
        try (HttpAccount stranger =
                HttpAccount.connect(HttpAccountSettings.of(vendor.url(), new Credentials("key", "wrong")))) {
            assertThatThrownBy(stranger::info).isInstanceOf(NotAuthenticatedException.class);
        }
        assertThatThrownBy(() -> account.packages().retrieve(new PackageId("never_was")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_account_played_here_knows_one_version_of_json_only() throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(vendor.url() + "/v1/account/info"))
                .header("Authorization", VendorAccount.AUTHORIZATION);

        assertThat(status(asked.setHeader("Accept", "application/json;version=1")))
                .isEqualTo(406);
        assertThat(status(asked.setHeader("Accept", "application/json"))).isEqualTo(200);
    }

    private static int status(HttpRequest.Builder asked) throws Exception {
        return HttpClient.newHttpClient()
                .send(asked.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Connection connect(ConnectorPackage bound) {
        Destination destination = account.destinations().create(new DestinationName("Größe des Lagers"));
        return account.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName("orders"), ConnectionSettings.binding(bound.id())));
    }
}
