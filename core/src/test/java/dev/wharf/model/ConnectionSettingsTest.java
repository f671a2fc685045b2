package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {
    private static ConnectionSettings secrets(List<Secret> secrets) {
        return ConnectionSettings.NONE.withSecrets(secrets);
    }

    private static List<Secret> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Secret("key" + i, "value"))
                .toList();
    }

    @Test
    void at_most_100_secrets_are_taken() {
        assertThat(secrets(numbered(100)).secrets()).hasSize(100);
        assertThatThrownBy(() -> secrets(numbered(101)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("101");
    }

    @Test
    void a_key_twice_is_refused_without_showing_a_value() {
        assertThatThrownBy(() -> secrets(List.of(new Secret("token", "s3cr3t"), new Secret("token", "0ther"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'token'")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr3t", "0ther"));
    }

    @Test
    void a_blank_key_is_refused() {
        assertThatThrownBy(() -> new Secret(" ", "value")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void no_text_form_shows_a_secret() {
        ConnectionSettings settings = secrets(List.of(new Secret("token", "s3cr3t")));
        NewConnection wanted = new NewConnection(new DestinationId("d"), new ConnectionName("c"), settings);

        assertThat(settings + " " + wanted).contains("token").doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_sync_frequency_is_positive(int minutes) {
        assertThatThrownBy(() -> ConnectionSettings.NONE.withSyncFrequency(minutes))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("sync_frequency");
    }

    @Test
    void asking_for_another_package_keeps_the_rest() {
        ConnectionSettings settings = ConnectionSettings.binding(new PackageId("old"))
                .withPythonVersion("3.13")
                .withSecrets(numbered(1));

        assertThat(settings.withPackage(new PackageId("new")))
                .isEqualTo(ConnectionSettings.binding(new PackageId("new"))
                        .withPythonVersion("3.13")
                        .withSecrets(numbered(1)));
        assertThat(ConnectionSettings.binding(new PackageId("p")))
                .isEqualTo(new ConnectionSettings(
                        new PackageId("p"), null, null, null, null, Networking.UNSTATED, null, null));
    }

    @Test
    void settings_do_not_change_with_the_list_they_were_made_of() {
        List<Secret> list = new ArrayList<>(numbered(1));
        ConnectionSettings settings = secrets(list);

        list.clear();

        assertThat(settings.secrets()).hasSize(1);
    }
}
