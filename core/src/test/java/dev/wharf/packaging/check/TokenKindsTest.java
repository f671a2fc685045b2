package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One token of each kind that scanners know, drawn here: none of them was ever anybody's. */
class TokenKindsTest extends DrawnTokens {
    private static final String LOWER = DIGITS + "abcdefghijklmnopqrstuvwxyz";

    static Stream<String> prefixed() {
        List<String> kinds = new ArrayList<>();
        kinds.addAll(List.of("ABIA" + drawn(UPPER, 16), "ACCA" + drawn(UPPER, 16), "ABSK" + all(120)));
        kinds.addAll(List.of("1//0" + all(90), "ya29." + all(150), "LTAI" + all(20)));
        kinds.addAll(List.of("doo_v1_" + hex(64), "dor_v1_" + hex(64), "v1.0-" + hex(24) + "-" + hex(146)));
        kinds.addAll(List.of("HRKU-AA" + all(58), "fo1_" + all(43), "fm2_" + all(120), "nfp_" + all(36)));
        kinds.addAll(List.of("AQVN" + all(36), "sha256~" + all(43), "tk-us-" + all(48)));
        for (String prefix : List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_")) {
            kinds.add(prefix + all(36));
        }
        for (String prefix : List.of("glrt-", "gldt-", "glptt-", "glft-", "glsoat-", "glffct-", "glimt-", "glagent-")) {
            kinds.add(prefix + all(40));
        }
        kinds.addAll(List.of("glcbt-64_" + all(20), "gloas-" + all(64), "GR1348941" + all(20)));
        kinds.addAll(List.of("ATATT3" + all(186), "ATBB" + all(32), "rubygems_" + hex(48), "oy2" + drawn(LOWER, 43)));
        kinds.addAll(List.of("CLOJARS_" + drawn(LOWER, 60), "dckr_oat_" + all(32), "AKCp" + all(69)));
        kinds.addAll(List.of("cmVmd" + all(59), "squ_" + hex(40), "sqp_" + hex(40), "sgp_" + hex(40)));
        kinds.addAll(List.of("CCIPAT_" + all(60), "bkua_" + hex(40), "API-" + drawn(UPPER, 26)));
        kinds.addAll(List.of("PMAK-" + hex(24) + "-" + hex(34), "rdme_" + drawn(LOWER, 70), "figd_" + all(40)));
        kinds.addAll(List.of("lin_api_" + all(40), "lin_oauth_" + hex(64)));
        kinds.addAll(List.of("sk-or-v1-" + hex(64), "api_org_" + all(34), "gsk_" + all(52), "xai-" + all(80)));
        kinds.addAll(List.of("pplx-" + all(48), "r8_" + all(37), "lsv2_pt_" + hex(32) + "_" + hex(10)));
        kinds.addAll(List.of("dapi" + hex(32), "dose" + hex(32), "ver:1-hint:" + all(120), "4b1d" + all(38)));
        kinds.addAll(List.of("pscale_tkn_" + all(43), "pscale_oauth_" + all(43), "pscale_pw_" + all(43)));
        kinds.addAll(List.of("sbp_" + hex(40), "sb_secret_" + all(31), "napi_" + all(64), "mdb_sa_sk_" + all(40)));
        kinds.addAll(List.of("CCDB1_" + all(60), "dbtc_" + all(40), "cflt" + all(60), "pnu_" + all(36)));
        kinds.addAll(List.of("pat" + all(14) + "." + hex(64), "glc_" + all(80), "eyJrIjoi" + all(80)));
        kinds.addAll(List.of("NRII-" + all(32), "hvb." + all(140), "pul-" + hex(40), "sntryu_" + hex(64)));
        for (String prefix : List.of("dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit.", "dp.st.prd.")) {
            kinds.add(prefix + all(43));
        }
        kinds.add("sntrys_" + all(100) + "_" + all(43));
        kinds.add("dt0c01." + drawn(UPPER, 24) + "." + drawn(UPPER, 64));
        kinds.add("pat." + all(22) + "." + all(24) + "." + all(20));
        kinds.addAll(List.of("ops_eyJ" + all(300), "ico-" + all(32), "ddapp_" + all(34)));
        kinds.add(
                "A3-" + String.join("-", drawn(UPPER, 6), drawn(UPPER, 11), drawn(UPPER, 5), drawn(UPPER, 5), "Q8Z2K"));
        kinds.addAll(List.of("xoxe-1-" + all(146), "xoxo-" + all(40)));
        kinds.add("discord.com/api/webhooks/" + drawn(DIGITS, 18) + "/" + all(68));
        kinds.add("MT" + all(24) + "." + all(6) + "." + all(38));
        kinds.addAll(List.of("key-" + hex(32), "xkeysib-" + hex(64) + "-" + all(16), "dG9rO" + all(55)));
        kinds.add("A".repeat(20) + all(30) + "%2F" + all(40));
        kinds.addAll(List.of("EAAG" + all(120), "EAAA" + all(60), "sq0atp-" + all(22), "sq0csp-" + all(43)));
        kinds.addAll(List.of("shppa_" + hex(32), "shippo_live_" + hex(40), "EZAK" + all(54), "duffel_live_" + all(43)));
        kinds.addAll(List.of("access-production-" + uuid(), "FLWSECK_TEST-" + hex(32) + "-X", "pat-na2-" + uuid()));
        kinds.add("00D" + all(12) + "!" + all(90));
        kinds.addAll(List.of("ntn_" + all(46), "secret_" + all(43), "CFPAT-" + all(43), "tfp_" + all(59)));
        kinds.addAll(List.of("1/" + drawn(DIGITS, 16) + ":" + hex(32), "sl." + all(135), "fio-u-" + all(64)));
        kinds.add("2/" + drawn(DIGITS, 16) + "/" + drawn(DIGITS, 15) + ":" + hex(32));
        kinds.addAll(List.of("p8e-" + all(32), "sk.eyJ" + all(60) + "." + all(22)));
        return kinds.stream();
    }

    static Stream<String> marked() {
        return Stream.of(
                all(3) + "8Q" + "~" + all(34),
                all(76) + "+" + "ASt" + all(6) + "==",
                all(76) + "ACD" + "b" + all(6) + "==",
                all(33) + "+AE" + "h" + all(6) + "=",
                all(42) + "+AC" + "R" + all(6),
                all(44) + "AzF" + "u" + all(6) + "==",
                all(76) + "AZ" + "DO" + all(4),
                drawn(DIGITS, 10) + ":AA" + all(33),
                all(14) + ".atlas" + "v1." + all(67),
                hex(32) + "-u" + "s14",
                hex(36) + "NR" + "AL",
                all(6) + "_" + all(29) + "_m" + "mk");
    }

    /** Without armour, as JSON and environment variables hold them. */
    static Stream<String> bareKeys() {
        return Stream.of(
                "MIIEvQIB" + "ADANBgkqhkiG9w0BAQEFAASC" + base64(900),
                "MIIEpA" + "IBAAKCAQEA" + base64(900),
                "MIIJKQ" + "IBAAKCAgEA" + base64(1500),
                "MIIFHDBO" + "BgkqhkiG9w0BBQ0w" + base64(900),
                "MIGHAgEAMBMG" + "ByqGSM49AgEG" + base64(120),
                "MC4CAQAwBQ" + "YDK2Vw" + base64(34).substring(0, 46));
    }

    static Stream<String> tokens() {
        return Stream.concat(Stream.concat(prefixed(), marked()), bareKeys());
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void each_kind_is_found_in_text_and_in_binary_files(String token) {
        String text = "first\nx = call('" + token + "')\n";
        byte[] binary = ("\0\1" + text).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Checked.places(project("a.py", text))).containsExactly("ERROR secret a.py:2");
        assertThat(Checked.places(InMemoryProject.withConnector().file("a.bin", binary)))
                .containsExactly("ERROR secret a.bin:2");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void nothing_of_it_but_its_first_four_letters_is_shown(String token) {
        String all =
                Checked.findings(project("a.py", "call('" + token + "')\n")).toString();

        String kind = all.substring(0, all.indexOf("Let the connector"));
        for (int i = 26; i + 5 <= token.length(); i++) {
            assertThat(kind).doesNotContain(token.substring(i, i + 5));
        }
    }

    @ParameterizedTest
    @MethodSource({"prefixed", "marked"})
    void a_part_of_a_longer_word_is_none(String token) {
        assertThat(Checked.places(project("a.py", "call('x" + token + "')"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Private-Lines: 1",
                "path ="
                        + " 'patterns.of.something.that.is.long.enough.to.look.like.a.token.of.airtable.or.so.it.seems.here'",
                "see https://host.test/a?config=1&sig=abc",
                "version 1/2, 2/3: 1/1",
                "key-value, key-deadbeef",
                "int.MTU.size, MTA.settings, NTP.server",
                "secret_name_of_the_thing_that_is_kept_in_the_store_of_it",
                "access-production-environment",
                "API-REFERENCE, EAAA, 1//0",
                "Authorization: Basic eW91ckFQSUtleUhlcmU6",
                "time 12345678:A1"
            })
    void words_that_only_begin_like_a_token_are_none(String line) {
        assertThat(Checked.places(project("a.py", "x = \"" + line + "\"\n"))).isEmpty();
    }

    private static InMemoryProject project(String path, String content) {
        return InMemoryProject.withConnector().file(path, content);
    }
}
