package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry keeps of what is asked for, and what it refuses, by name. */
class SettingsRulesTest {
    private final Harbour harbour = new Harbour();
    private final Destination destination = harbour.admin().destinations().create(new DestinationName("Warehouse"));
    private final Connection made = harbour.admin()
            .connections()
            .create(new NewConnection(destination.id(), new ConnectionName("orders"), ConnectionSettings.NONE));

    private static ConnectionSettings asking(
            @Nullable Integer frequency, Networking networking, Schedule schedule, Fields others) {
        return new ConnectionSettings(
                null, null, null, frequency, null, networking, schedule, null, false, Set.of(), others);
    }

    private static ConnectionSettings asking(@Nullable Integer frequency, Schedule schedule) {
        return asking(frequency, Networking.UNSTATED, schedule, Fields.NONE);
    }

    private static Schedule daily(@Nullable String time) {
        return new Schedule(null, time, null, null, null);
    }

    private Connection change(ConnectionSettings asked) {
        return harbour.admin().connections().update(made.id(), asked);
    }

    private void assertRefused(ConnectionSettings asked, String name) {
        assertThatThrownBy(() -> change(asked))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(name);
        assertThat(harbour.admin().connections().retrieve(made.id())).isEqualTo(made);
        NewConnection another = new NewConnection(destination.id(), new ConnectionName("another"), asked);
        assertThatThrownBy(() -> harbour.admin().connections().create(another))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void a_naming_is_kept_for_ever_and_another_refused_by_name() {
        assertThat(change(ConnectionSettings.NONE.withNaming(SchemaNaming.FIVETRAN)))
                .isEqualTo(made);

        assertThatThrownBy(() -> change(
                        ConnectionSettings.NONE.withNaming(SchemaNaming.SOURCE).withPaused(true)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("destination_schema_names cannot be changed");
        assertThat(harbour.admin().connections().retrieve(made.id())).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud800", "a\udc00"})
    void a_text_that_not_every_database_keeps_is_refused(String text) {
        assertRefused(asking(null, new Networking(null, text, null, null), daily(null), Fields.NONE), "proxy_agent_id");
        assertRefused(
                asking(null, new Networking(null, null, text, null), daily(null), Fields.NONE), "private_link_id");
        assertRefused(
                asking(null, new Networking(null, null, null, text), daily(null), Fields.NONE),
                "hybrid_deployment_agent_id");
        assertRefused(
                asking(null, new Networking(null, null, null, null, text), daily(null), Fields.NONE),
                "config.proxy_host_config_key");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 361, 1441, 99_999})
    void a_frequency_that_the_api_does_not_have_is_refused(int minutes) {
        assertRefused(asking(minutes, Schedule.UNSTATED), "sync_frequency ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440})
    void a_frequency_that_the_api_has_is_kept(int minutes) {
        assertThat(change(asking(minutes, Schedule.UNSTATED)).syncFrequencyMinutes())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:15", "25:00", "24:00", "03:15", "3:00", "noon"})
    void a_daily_time_that_is_no_full_hour_is_refused(String time) {
        assertRefused(asking(1440, daily(time)), "daily_sync_time ");
    }

    @Test
    void a_daily_time_needs_a_daily_sync_and_is_told_while_there_is_one() {
        assertRefused(asking(null, daily("03:00")), "daily_sync_time ");
        assertRefused(asking(60, daily("03:00")), "daily_sync_time ");

        assertThat(change(asking(1440, daily("03:00"))).schedule().dailySyncTime())
                .isEqualTo("03:00");
        assertThat(change(asking(null, daily("23:00"))).schedule().dailySyncTime())
                .isEqualTo("23:00");
        assertThat(change(asking(60, Schedule.UNSTATED)).schedule().dailySyncTime())
                .isNull();
        assertThat(change(asking(1440, daily(""))).schedule().dailySyncTime()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.7", "3", "3.9", "3.100", "3.13.1", "3.13 ", "python3.12", "banana"})
    void a_python_version_that_cannot_be_is_refused(String version) {
        assertRefused(ConnectionSettings.NONE.withPythonVersion(version), "config.python_version ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.10", "3.14", "3.15"})
    void a_python_version_from_3_10_on_is_kept(String version) {
        assertThat(change(ConnectionSettings.NONE.withPythonVersion(version)).pythonVersion())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "networking_method, proxy,,,",
        "schedule_type,, weekly,,",
        "data_delay_sensitivity,,, SOMETIMES,",
        "data_delay_threshold,,,, -1"
    })
    void a_word_or_number_that_the_api_does_not_have_is_refused(
            String name,
            @Nullable String method,
            @Nullable String type,
            @Nullable String sensitivity,
            @Nullable Integer threshold) {
        assertRefused(
                asking(
                        null,
                        new Networking(method, null, null, null),
                        new Schedule(type, null, null, sensitivity, threshold),
                        Fields.NONE),
                name + " ");
    }

    @Test
    void a_proxy_agent_and_a_hybrid_agent_exclude_each_other_and_an_empty_text_lets_go() {
        Networking both = new Networking(Networking.PROXY_AGENT, "proxy", null, "hybrid");
        assertRefused(asking(null, both, Schedule.UNSTATED, Fields.NONE), "proxy_agent_id and ");

        change(asking(
                null, new Networking(Networking.PROXY_AGENT, "proxy", null, null), Schedule.UNSTATED, Fields.NONE));
        Connection moved = change(
                asking(null, new Networking(Networking.DIRECTLY, "", null, "hybrid"), Schedule.UNSTATED, Fields.NONE));

        assertThat(moved.networking()).isEqualTo(new Networking(Networking.DIRECTLY, null, null, "hybrid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "status", "succeeded_at", "created_at", "setup_tests", "is_historical_sync", "auth"})
    void what_only_the_account_can_say_cannot_be_set(String name) {
        assertRefused(asking(null, Networking.UNSTATED, Schedule.UNSTATED, Fields.NONE.with(name, null)), name + " ");
    }

    @Test
    void unknown_fields_are_kept_and_told_up_to_a_size() {
        Fields small = Fields.NONE.with("schedule", "x".repeat(1000));
        Fields large = Fields.NONE.with("schedule", "x".repeat(65_536));

        assertThat(change(asking(null, Networking.UNSTATED, Schedule.UNSTATED, small))
                        .others()
                        .get("schedule"))
                .isEqualTo(small.get("schedule"));
        assertThatThrownBy(() -> change(asking(null, Networking.UNSTATED, Schedule.UNSTATED, large)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("65536");
    }
}
