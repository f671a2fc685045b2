package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Networking;
import dev.wharf.model.Schedule;
import dev.wharf.model.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3.9", "4.0", "python3.12", "3.12.1", "3.13 ", "2.7"})
    void what_is_no_version_of_python_is_refused(String version) {
        assertThatThrownBy(() -> SettingValues.pythonVersion("--python-version", version))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("--python-version");
    }

    @Test
    void a_version_of_python_is_taken_as_it_is() {
        assertThat(SettingValues.pythonVersion("--python-version", "3.10")).isEqualTo("3.10");
        assertThat(SettingValues.pythonVersion("--python-version", "3.15")).isEqualTo("3.15");
    }

    @Test
    void a_frequency_that_the_service_does_not_have_is_refused_with_those_it_has() {
        assertThatThrownBy(() -> SettingValues.syncFrequency(7)).hasMessageContaining("720, 1440 minutes");
        assertThat(SettingValues.syncFrequency(1440)).isEqualTo(1440);
    }

    @Test
    void a_method_is_sent_in_the_words_of_the_api() {
        assertThat(SettingValues.networking("sshtunnel", null, null, null, null).method())
                .isEqualTo("SshTunnel");
        assertThatThrownBy(() -> SettingValues.networking("proxy", null, null, null, null))
                .hasMessageContaining("Directly, SshTunnel, ProxyAgent, PrivateLink");
    }

    @Test
    void a_proxy_agent_and_its_method_go_together_and_not_with_another_agent() {
        assertThat(SettingValues.networking(null, "agent_1", null, null, null).method())
                .isEqualTo(Networking.PROXY_AGENT);
        assertThatThrownBy(() -> SettingValues.networking("ProxyAgent", null, null, null, null))
                .hasMessageContaining("--proxy-agent-id");
        assertThatThrownBy(() -> SettingValues.networking("Directly", "agent_1", null, null, null))
                .hasMessageContaining("Directly");
        assertThatThrownBy(() -> SettingValues.networking(null, "agent_1", null, "hd_1", null))
                .hasMessageContaining("exclude each other");
    }

    @Test
    void the_key_of_the_proxied_hosts_goes_with_a_proxy_only() {
        assertThat(SettingValues.networking(null, "agent_1", null, null, "host").proxyHostKey())
                .isEqualTo("host");
        assertThatThrownBy(() -> SettingValues.networking("SshTunnel", null, null, null, "host"))
                .hasMessageContaining("--proxy-host-config-key and --networking-method SshTunnel exclude each other");
        assertThatThrownBy(() -> SettingValues.checkHostKey("host", List.of(new Secret("hosts", "db1"))))
                .hasMessageContaining("no such key");
    }

    @Test
    void a_daily_time_is_an_hour_of_a_connection_that_syncs_daily() {
        assertThat(SettingValues.schedule("03:00", 1440).dailySyncTime()).isEqualTo("03:00");
        assertThat(SettingValues.schedule(null, 60)).isEqualTo(Schedule.UNSTATED);
        assertThatThrownBy(() -> SettingValues.schedule("25:00", 1440)).hasMessageContaining("03:00");
        assertThatThrownBy(() -> SettingValues.schedule("3:15", 1440)).hasMessageContaining("03:00");
        assertThatThrownBy(() -> SettingValues.schedule("03:00", null)).hasMessageContaining("--sync-frequency 1440");
    }

    @Test
    void an_empty_id_is_refused() {
        assertThatThrownBy(() -> SettingValues.networking(null, null, null, "", null))
                .hasMessageContaining("--hybrid-deployment-agent-id");
    }
}
