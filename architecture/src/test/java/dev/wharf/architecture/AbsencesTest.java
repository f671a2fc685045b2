package dev.wharf.architecture;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What {@code ARCHITECTURE.md} says is absent is absent. */
class AbsencesTest {
    @Test
    void core_reads_no_environment() {
        check(Absences.CORE_READS_NO_ENVIRONMENT);
    }

    @Test
    void core_has_no_thread_of_its_own_outside_packaging() {
        check(Absences.CORE_HAS_NO_THREADS_OUTSIDE_PACKAGING);
    }

    @Test
    void only_the_file_system_adapter_starts_programs() {
        check(Absences.ONLY_FILESYSTEM_STARTS_PROGRAMS);
    }

    @Test
    void only_the_catalog_adapter_knows_sql() {
        check(Absences.ONLY_JDBC_KNOWS_SQL);
    }

    @Test
    void only_the_server_logs() {
        check(Absences.ONLY_THE_SERVER_LOGS);
    }

    @Test
    void the_command_line_has_no_container() {
        check(Absences.THE_COMMAND_LINE_HAS_NO_CONTAINER);
    }

    @Test
    void the_cache_opens_no_file_and_no_connection() {
        check(Absences.THE_CACHE_OPENS_NO_FILE_AND_NO_CONNECTION);
    }

    @Test
    void files_and_catalogs_open_no_connection_to_a_host() {
        check(Absences.FILES_AND_CATALOGS_OPEN_NO_CONNECTION_TO_A_HOST);
    }

    @Test
    void endpoints_see_an_account_and_nothing_behind_it() {
        check(Absences.ENDPOINTS_SEE_AN_ACCOUNT_AND_NOTHING_BEHIND_IT);
    }

    @Test
    void what_is_published_shows_nothing_that_may_change() {
        check(Absences.WHAT_IS_PUBLISHED_SHOWS_NOTHING_THAT_MAY_CHANGE);
    }

    private static void check(ArchRule rule) {
        rule.check(FloorPlan.shipped());
    }
}
