package dev.wharf.packaging.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The kinds of tokens that say by their first letters what they are. What each looks like is what its vendor says, or what
 * well-kept scanners look for; how long it is at least is taken from the shortest in use.
 */
final class TokenKinds {
    /** How a token for an app begins: twenty letters A, which are zeros in base64. */
    static final String TWITTER = "AAAAAAAAAAAAAAAAAAAA";
    /** How the digits begin that a bot's number has in base64. */
    static final Set<String> DISCORD = Set.of("MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT");

    private static final int ANY = TokenShape.ANY;
    private static final ByteClass LOWER = ByteClass.of("a-z0-9");
    private static final ByteClass ANY_HEX = ByteClass.of("A-Fa-f0-9");
    private static final ByteClass HEX_AND_HYPHENS = ByteClass.of("a-f0-9-");
    private static final ByteClass PATH = ByteClass.of("A-Za-z0-9_/-");
    private static final ByteClass PADDED = ByteClass.of("A-Za-z0-9_=-");

    private final List<SecretShape> all = new ArrayList<>();

    private TokenKinds() {}

    static List<SecretShape> all() {
        TokenKinds kinds = new TokenKinds();
        kinds.clouds();
        kinds.code();
        kinds.models();
        kinds.databases();
        kinds.operations();
        kinds.messages();
        kinds.business();
        kinds.keys();
        return kinds.all;
    }

    private void clouds() {
        add("an AWS access key id", ByteClass.UPPER, 16, 16, "AKIA", "ASIA", "ABIA", "ACCA");
        add("an AWS Bedrock key", ByteClass.BASE64, 109, 270, "ABSK");
        add("a Google API key", ByteClass.BASE64_URL, 35, 35, "AIza");
        add("a Google client secret", ByteClass.BASE64_URL, 24, 40, "GOCSPX-");
        add("a Google refresh token", ByteClass.BASE64_URL, 60, 255, "1//0");
        add("a Google access token", ByteClass.DOTTED, 60, ANY, "ya29.");
        add("an Azure storage key", ByteClass.BASE64, 86, 88, "AccountKey=");
        add("an Azure shared access key", ByteClass.BASE64, 43, 88, "SharedAccessKey=");
        add("an Alibaba access key id", ByteClass.ALPHANUMERIC, 17, 21, "LTAI");
        add("a DigitalOcean token", ByteClass.HEX, 64, 64, "dop_v1_", "doo_v1_", "dor_v1_");
        add("a Cloudflare key", HEX_AND_HYPHENS, 171, 171, "v1.0-");
        add("a Heroku key", ByteClass.BASE64_URL, 58, 58, "HRKU-AA");
        add("a Fly.io token", ByteClass.BASE64_URL, 43, 43, "fo1_");
        add("a Fly.io token", ByteClass.BASE64, 100, ANY, "fm1a_", "fm1r_", "fm2_");
        add("a Netlify token", ByteClass.ALPHANUMERIC, 36, 40, "nfp_");
        add("a Yandex key", ByteClass.BASE64_URL, 35, 38, "AQVN");
        add("an OpenShift token", ByteClass.BASE64_URL, 43, 43, "sha256~");
        add("a Scalingo token", ByteClass.BASE64_URL, 48, 48, "tk-us-");
    }

    private void code() {
        add("a GitHub token", ByteClass.ALPHANUMERIC, 36, 255, "ghp_", "gho_", "ghu_", "ghs_", "ghr_");
        add("a GitHub token", ByteClass.WORD, 50, 255, "github_pat_");
        add("a GitLab token", ByteClass.DOTTED, 20, 300, "glpat-", "glrt-", "gldt-", "glptt-", "glft-", "glsoat-");
        add("a GitLab token", ByteClass.BASE64_URL, 20, 80, "glcbt-", "glffct-", "glimt-", "glagent-", "gloas-");
        add("a GitLab token", ByteClass.BASE64_URL, 20, 20, "GR1348941");
        add("an Atlassian token", PADDED, 180, 250, "ATATT3", "ATCTT3");
        add("a Bitbucket password", PADDED, 32, 40, "ATBB");
        add("an npm token", ByteClass.ALPHANUMERIC, 36, 36, "npm_");
        add("a PyPI token", ByteClass.BASE64_URL, 50, ANY, "pypi-AgE");
        add("a RubyGems key", ByteClass.HEX, 48, 48, "rubygems_");
        add("a NuGet key", LOWER, 43, 43, "oy2");
        add("a Clojars token", LOWER, 60, 60, "CLOJARS_");
        add("a Docker token", ByteClass.BASE64_URL, 27, 40, "dckr_pat_", "dckr_oat_");
        add("an Artifactory key", ByteClass.ALPHANUMERIC, 69, 69, "AKCp");
        add("an Artifactory token", ByteClass.ALPHANUMERIC, 59, 59, "cmVmd");
        add("a SonarQube token", ByteClass.HEX, 40, 40, "squ_", "sqp_", "sqa_");
        add("a Sourcegraph token", ByteClass.of("a-f0-9_"), 40, 60, "sgp_");
        add("a CircleCI token", ByteClass.WORD, 40, 80, "CCIPAT_");
        add("a Buildkite token", LOWER, 40, 40, "bkua_");
        add("an Octopus Deploy key", ByteClass.UPPER, 26, 32, "API-");
        add("a Postman key", HEX_AND_HYPHENS, 59, 59, "PMAK-");
        add("a ReadMe key", LOWER, 70, 70, "rdme_");
        add("a Linear token", ByteClass.ALPHANUMERIC, 40, 64, "lin_api_", "lin_oauth_");
        add("a Figma token", ByteClass.BASE64_URL, 40, 64, "figd_");
    }

    private void models() {
        add("an Anthropic API key", ByteClass.BASE64_URL, 32, 255, "sk-ant-");
        add("an OpenAI API key", ByteClass.BASE64_URL, 32, 255, "sk-proj-", "sk-svcacct-", "sk-admin-");
        add("an OpenAI API key", ByteClass.ALPHANUMERIC, 40, 64, "sk-");
        add("an OpenRouter key", ByteClass.HEX, 64, 64, "sk-or-v1-");
        add("a Hugging Face token", ByteClass.ALPHANUMERIC, 34, 40, "hf_", "api_org_");
        add("a Groq key", ByteClass.ALPHANUMERIC, 52, 52, "gsk_");
        add("an xAI key", ByteClass.ALPHANUMERIC, 80, 80, "xai-");
        add("a Perplexity key", ByteClass.ALPHANUMERIC, 48, 48, "pplx-");
        add("a Replicate token", ByteClass.ALPHANUMERIC, 37, 37, "r8_");
        add("a LangSmith key", ByteClass.of("a-f0-9_"), 43, 43, "lsv2_pt_", "lsv2_sk_");
    }

    private void databases() {
        add("a Databricks token", ByteClass.HEX, 32, 32, "dapi", "dose");
        add("a Snowflake session token", ByteClass.of("A-Za-z0-9+/=-"), 100, ANY, "ver:1-hint:");
        add("a ClickHouse key", ByteClass.ALPHANUMERIC, 38, 38, "4b1d");
        add("a PlanetScale secret", ByteClass.DOTTED, 32, 64, "pscale_tkn_", "pscale_oauth_", "pscale_pw_");
        add("a Supabase key", ByteClass.BASE64_URL, 31, 60, "sbp_", "sb_secret_");
        add("a Neon key", ByteClass.ALPHANUMERIC, 60, 80, "napi_");
        add("a MongoDB Atlas secret", ByteClass.BASE64_URL, 40, 40, "mdb_sa_sk_");
        add("a CockroachDB key", ByteClass.WORD, 40, 80, "CCDB1_");
        add("a dbt token", ByteClass.BASE64_URL, 30, 80, "dbtc_", "dbts_", "dbtu_");
        add("a Confluent key", ByteClass.BASE64, 60, 60, "cflt");
        add("a Prefect key", ByteClass.ALPHANUMERIC, 36, 36, "pnu_", "pnb_");
        add("an Airtable token", ByteClass.of("A-Za-z0-9."), 79, 79, "pat");
    }

    private void operations() {
        add("a Grafana token", ByteClass.WORD, 41, 41, "glsa_");
        add("a Grafana token", ByteClass.BASE64, 32, 400, "glc_");
        add("a Grafana key", ByteClass.BASE64, 70, 400, "eyJrIjoi");
        add("a New Relic key", ByteClass.of("A-Za-z0-9-"), 27, 32, "NRAK-", "NRII-", "NRIK-");
        add("a Vault token", ByteClass.BASE64_URL, 90, 300, "hvs.", "hvb.");
        add(
                "a Doppler token",
                ByteClass.DOTTED,
                40,
                80,
                "dp.pt.",
                "dp.st.",
                "dp.ct.",
                "dp.sa.",
                "dp.scim.",
                "dp.audit.");
        add("a Pulumi token", ByteClass.HEX, 40, 40, "pul-");
        add("a Sentry token", ByteClass.of("A-Za-z0-9+/=_"), 80, 500, "sntrys_");
        add("a Sentry token", ByteClass.HEX, 64, 64, "sntryu_");
        add("a Dynatrace token", ByteClass.of("A-Z0-9."), 80, 100, "dt0c01.", "dt0s01.", "dt0s16.");
        add("a Harness token", ByteClass.DOTTED, 68, 68, "pat.", "sat.");
        add("a 1Password token", ByteClass.BASE64, 250, ANY, "ops_eyJ");
        add("a 1Password key", ByteClass.of("A-Z0-9-"), 36, 37, "A3-");
        add("an Infracost key", ByteClass.ALPHANUMERIC, 32, 32, "ico-");
        add("a Datadog key", ByteClass.ALPHANUMERIC, 34, 40, "ddapp_");
    }

    private void messages() {
        add("a Slack token", ByteClass.BASE64_URL, 20, 255, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-");
        add("a Slack token", ByteClass.BASE64_URL, 20, 255, "xapp-", "xoxe-", "xoxe.xoxp-", "xoxe.xoxb-");
        add("a Slack webhook", PATH, 30, 255, "hooks.slack.com/services/", "hooks.slack.com/workflows/");
        add("a Slack webhook", PATH, 30, 255, "hooks.slack.com/triggers/");
        add("a Discord webhook", PATH, 70, 120, "discord.com/api/webhooks/", "discordapp.com/api/webhooks/");
        DISCORD.forEach(begin -> add("a Discord bot's token", ByteClass.DOTTED, 56, 80, begin));
        add("a SendGrid API key", ByteClass.DOTTED, 60, 80, "SG.");
        add("a Mailgun key", ByteClass.HEX, 32, 32, "key-");
        add("a Brevo key", ByteClass.of("A-Za-z0-9-"), 81, 81, "xkeysib-", "xsmtpsib-");
        add("a Twilio API key", ByteClass.HEX, 32, 32, "SK");
        add("an Intercom token", ByteClass.BASE64, 55, 60, "dG9rO");
        add("a Twitter token", ByteClass.of("A-Za-z0-9%"), 60, 255, TWITTER);
        add("a Facebook token", ByteClass.ALPHANUMERIC, 100, ANY, "EAA");
    }

    private void business() {
        add("a Stripe key", ByteClass.ALPHANUMERIC, 16, 255, "sk_live_", "rk_live_", "sk_test_", "rk_test_");
        add("a Stripe webhook secret", ByteClass.BASE64, 24, 255, "whsec_");
        add("a Square token", ByteClass.BASE64_URL, 60, 60, "EAAA");
        add("a Square secret", ByteClass.BASE64_URL, 22, 60, "sq0atp-", "sq0csp-");
        add("a Shopify token", ANY_HEX, 32, 32, "shpat_", "shpss_", "shpca_", "shppa_");
        add("a Shippo token", ANY_HEX, 40, 40, "shippo_live_", "shippo_test_");
        add("an EasyPost key", ByteClass.ALPHANUMERIC, 54, 54, "EZAK", "EZTK");
        add("a Duffel token", PADDED, 43, 43, "duffel_live_", "duffel_test_");
        add("a Plaid token", HEX_AND_HYPHENS, 36, 36, "access-production-", "access-development-");
        add("a Flutterwave key", ByteClass.of("A-Za-z0-9-"), 12, 50, "FLWSECK_TEST-", "FLWSECK-");
        add("a HubSpot token", HEX_AND_HYPHENS, 36, 36, "pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-");
        add("a Salesforce session", ByteClass.of("A-Za-z0-9!._"), 90, 160, "00D");
        add("a Notion token", ByteClass.ALPHANUMERIC, 43, 50, "ntn_", "secret_");
        add("an Asana token", ByteClass.of("a-f0-9:/"), 49, 70, "1/", "2/");
        add("a Contentful token", ByteClass.BASE64_URL, 43, 43, "CFPAT-");
        add("a Typeform token", ByteClass.DOTTED, 40, 70, "tfp_");
        add("a Dropbox token", ByteClass.DOTTED, 130, ANY, "sl.");
        add("a Frame.io token", PADDED, 64, 64, "fio-u-");
        add("an Adobe secret", ByteClass.ALPHANUMERIC, 32, 32, "p8e-");
        add("a Mapbox token", ByteClass.DOTTED, 60, 255, "sk.eyJ");
    }

    /** Keys of no vendor; those of RSA and of curves are written without armour in JSON and in variables. */
    private void keys() {
        add("an age secret key", ByteClass.UPPER, 58, 58, "AGE-SECRET-KEY-1");
        add("a JSON web token", ByteClass.DOTTED, 40, ANY, "eyJ");
        add("a private key", ByteClass.BASE64, 60, ANY, "MIGHAgEAMBMGByqGSM49AgEG", "MIG2AgEAMBAGByqGSM49AgEG");
        add("a private key", ByteClass.BASE64, 60, ANY, "MHcCAQEEI", "MIGkAgEBBD");
        add("a private key", ByteClass.BASE64, 43, 48, "MC4CAQAwBQYDK2Vw");
    }

    private void add(String what, ByteClass alphabet, int min, int max, String... prefixes) {
        for (String prefix : prefixes) {
            all.add(new TokenShape(what, prefix, alphabet, min, max));
        }
    }
}
