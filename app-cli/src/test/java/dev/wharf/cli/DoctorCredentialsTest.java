package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;

class DoctorCredentialsTest extends ExaminedMachine {
    @Test
    void a_bare_key_with_its_secret_is_named() {
        set("FIVETRAN_API_KEY", "the_key", "FIVETRAN_API_SECRET", "the_secret");

        assertThat(healthy())
                .contains("ok      from FIVETRAN_API_KEY and FIVETRAN_API_SECRET: a bare key and its secret");
    }

    @Test
    void base64_as_the_vendors_command_line_has_it_is_named() {
        set("FIVETRAN_API_KEY", JOINED);

        assertThat(healthy())
                .contains("ok      from FIVETRAN_API_KEY: base64 of key:secret, the form of the vendor's command line");
    }

    @Test
    void what_was_pasted_with_credentials_is_left_out_and_named() throws Exception {
        set("FIVETRAN_API_KEY", "\"Authorization: Basic " + JOINED + "\"\n");
        assertThat(healthy())
                .contains("from FIVETRAN_API_KEY: base64 of key:secret, the form of the vendor's command line;"
                        + " left out:"
                        + " white space around it, quotes around it, 'Authorization:' before it, 'Basic' before it");

        set("FIVETRAN_API_KEY", "the_key\n", "FIVETRAN_API_SECRET", "'the_secret'\r\n");
        profile("default", "api_key = \"the_key\"\napi_secret = \"the_secret\\n\"");
        assertThat(healthy())
                .contains("a bare key and its secret; left out: white space around it, quotes around it")
                .contains("also set, to the same value: api_key of the profile default");
        assertThat(authorizations).containsOnly("Basic " + JOINED);
    }

    @Test
    void what_can_be_no_credentials_is_called_by_its_name_and_place_and_never_sent() {
        for (String[] odd : new String[][] {
            {"Bearer " + JOINED, "is a bearer token, which this API does not accept"},
            {base64("onlyakey"), "is base64 of a text without a colon"},
            {"\"\"", "is empty except for quotes or white space"},
            {"the_key the_secret", "is several words or lines"}
        }) {
            set("FIVETRAN_API_KEY", odd[0]);

            Outcome outcome = shell.run("destinations", "list");

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("The API key in FIVETRAN_API_KEY " + odd[1], "FIVETRAN_API_SECRET")
                    .doesNotContain("the_key", "the_secret", JOINED);
        }
        set("FIVETRAN_API_KEY", "Bearer token", "FIVETRAN_API_SECRET", "the_secret");
        assertThat(shell.run("destinations", "list").err()).contains("is a bearer token");
        set("FIVETRAN_API_KEY", "the_key", "FIVETRAN_API_SECRET", "the_secret\nX-Evil: 1");
        assertThat(shell.run("destinations", "list").err())
                .contains("line break")
                .doesNotContain("Evil");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void terraforms_names_are_named() {
        set("FIVETRAN_APIKEY", "the_key", "FIVETRAN_APISECRET", "the_secret");

        assertThat(healthy())
                .contains("ok      from FIVETRAN_APIKEY and FIVETRAN_APISECRET: a key and its secret, in"
                        + " Terraform's form");
    }

    @Test
    void our_own_names_are_named() {
        set("WHARF_API_KEY", "the_key", "WHARF_API_SECRET", "the_secret");

        assertThat(healthy()).contains("ok      from WHARF_API_KEY and WHARF_API_SECRET: Wharf's own names");
    }

    @Test
    void a_profile_is_named() throws Exception {
        profile("work", "api_key = \"the_key\"\napi_secret = \"the_secret\"");

        assertThat(healthy("--profile", "work"))
                .contains("ok      from api_key of the profile work and api_secret of the profile work");
    }

    @Test
    void the_option_is_named_and_wins_over_all() {
        set("FIVETRAN_API_KEY", base64("other:one"));

        assertThat(healthy("--api-key", JOINED))
                .contains("from --api-key: base64 of key:secret")
                .contains("warning  also set, to another value, and ignored: FIVETRAN_API_KEY. --api-key takes"
                        + " precedence");
    }

    @Test
    void forms_that_disagree_are_told_with_the_one_that_wins_and_those_that_agree_are_no_worry() throws Exception {
        set("FIVETRAN_API_KEY", JOINED, "FIVETRAN_APIKEY", "other_key", "FIVETRAN_APISECRET", "other_secret");
        profile("default", "api_key = \"the_key\"\napi_secret = \"the_secret\"");

        assertThat(healthy())
                .contains("ok       from FIVETRAN_API_KEY: base64")
                .contains("warning  also set, to another value, and ignored: FIVETRAN_APIKEY and FIVETRAN_APISECRET."
                        + " FIVETRAN_API_KEY takes precedence")
                .contains("ok       also set, to the same value: api_key of the profile default")
                .doesNotContain("other_key", "other_secret");
    }

    @Test
    void halves_that_lie_about_are_told() {
        set("FIVETRAN_API_KEY", JOINED, "FIVETRAN_API_SECRET", "other_secret", "WHARF_API_SECRET", "lonely_secret");
        shell.environment.put("FIVETRAN_APIKEY", "lonely_key");

        assertThat(healthy())
                .contains("also set, to another value, and ignored: FIVETRAN_API_SECRET.")
                .contains("incomplete: WHARF_API_SECRET.")
                .contains("incomplete: FIVETRAN_APIKEY.")
                .doesNotContain("lonely", "other_secret");
    }

    @Test
    void a_key_whose_secret_is_missing_is_a_failure_that_names_the_secrets_variable() {
        set("FIVETRAN_APIKEY", "lonely_key", "FIVETRAN_API_SECRET", "the_secret");

        Outcome outcome = shell.run("doctor");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("The API key in FIVETRAN_APIKEY is a key without its secret. Set FIVETRAN_APIKEY to the key"
                        + " and FIVETRAN_APISECRET to its secret")
                .doesNotContain("lonely_key", "the_secret");
    }
}
