package dev.wharf.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a connection syncs, beside its frequency. Read back, a null component is one the account does not tell; asked for, it is not
 * asked for and stays as it is. The values are the account's own.
 *
 * @param type the REST API's {@code schedule_type}: {@code auto}, or {@code manual} if nothing but a request begins a sync
 * @param dailySyncTime the hour at which a daily sync begins (the REST API's {@code daily_sync_time}), such as {@code 03:00}
 * @param pauseAfterTrial whether it rests once its trial ends (the REST API's {@code pause_after_trial})
 * @param dataDelaySensitivity when late data is told of (the REST API's {@code data_delay_sensitivity}), such as {@code NORMAL}
 * @param dataDelayThresholdMinutes minutes of delay that are told of where the sensitivity is the user's own (the REST API's
 *     {@code data_delay_threshold})
 */
public record Schedule(
        @Nullable String type,
        @Nullable String dailySyncTime,
        @Nullable Boolean pauseAfterTrial,
        @Nullable String dataDelaySensitivity,
        @Nullable Integer dataDelayThresholdMinutes) {
    /** Says nothing. */
    public static final Schedule UNSTATED = new Schedule(null, null, null, null, null);

    /**
     * This, changed by what is asked for.
     *
     * @param asked what is asked for; an empty text lets go of what was there
     * @param cleared names of the REST API's that are to be as if they were never asked for
     * @return what is asked for where something is, else this
     */
    public Schedule changedBy(Schedule asked, Set<String> cleared) {
        return new Schedule(
                Asked.text(asked.type, type, cleared.contains("schedule_type")),
                Asked.text(asked.dailySyncTime, dailySyncTime, cleared.contains("daily_sync_time")),
                Asked.of(asked.pauseAfterTrial, pauseAfterTrial, cleared.contains("pause_after_trial")),
                Asked.text(
                        asked.dataDelaySensitivity, dataDelaySensitivity, cleared.contains("data_delay_sensitivity")),
                Asked.of(
                        asked.dataDelayThresholdMinutes,
                        dataDelayThresholdMinutes,
                        cleared.contains("data_delay_threshold")));
    }
}
