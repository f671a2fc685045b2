package dev.wharf.packaging.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token that says by its first letters what it is.
 *
 * @param what what it is called
 * @param prefix how it begins, case mattering
 * @param alphabet what follows
 * @param min how many characters follow at least
 * @param max how many follow at most; more are something else
 */
record TokenShape(String what, String prefix, ByteClass alphabet, int min, int max) implements SecretShape {
    private static final int SHOWN = 4;
    private static final int ANY = 1024;

    static List<SecretShape> all() {
        List<SecretShape> all = new ArrayList<>();
        add(all, "an AWS access key id", ByteClass.UPPER, 16, 16, "AKIA", "ASIA");
        add(all, "a Google API key", ByteClass.BASE64_URL, 35, 35, "AIza");
        add(all, "a Google client secret", ByteClass.BASE64_URL, 24, 40, "GOCSPX-");
        add(all, "a GitHub token", ByteClass.ALPHANUMERIC, 36, 255, "ghp_", "gho_", "ghu_", "ghs_", "ghr_");
        add(all, "a GitHub token", ByteClass.WORD, 50, 255, "github_pat_");
        add(all, "a GitLab token", ByteClass.DOTTED, 20, 300, "glpat-", "glrt-", "gldt-", "glptt-");
        add(all, "a Slack token", ByteClass.BASE64_URL, 20, 255, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-");
        add(all, "a Slack webhook", ByteClass.of("A-Za-z0-9/"), 30, 255, "hooks.slack.com/services/");
        add(all, "a Stripe key", ByteClass.ALPHANUMERIC, 16, 255, "sk_live_", "rk_live_", "sk_test_", "rk_test_");
        add(all, "a Stripe webhook secret", ByteClass.BASE64, 24, 255, "whsec_");
        add(all, "an Anthropic API key", ByteClass.BASE64_URL, 32, 255, "sk-ant-");
        add(all, "an OpenAI API key", ByteClass.BASE64_URL, 32, 255, "sk-proj-", "sk-svcacct-", "sk-admin-");
        add(all, "an OpenAI API key", ByteClass.ALPHANUMERIC, 40, 64, "sk-");
        add(all, "a SendGrid API key", ByteClass.DOTTED, 60, 80, "SG.");
        add(all, "a Twilio API key", ByteClass.HEX, 32, 32, "SK");
        add(all, "an npm token", ByteClass.ALPHANUMERIC, 36, 36, "npm_");
        add(all, "a PyPI token", ByteClass.BASE64_URL, 50, ANY, "pypi-AgE");
        add(all, "a Databricks token", ByteClass.HEX, 32, 32, "dapi");
        add(all, "a Hugging Face token", ByteClass.ALPHANUMERIC, 34, 40, "hf_");
        add(all, "a Shopify token", ByteClass.of("A-Fa-f0-9"), 32, 32, "shpat_", "shpss_", "shpca_");
        add(all, "a DigitalOcean token", ByteClass.HEX, 64, 64, "dop_v1_");
        add(all, "an age secret key", ByteClass.UPPER, 58, 58, "AGE-SECRET-KEY-1");
        add(all, "a HubSpot token", ByteClass.of("a-f0-9-"), 36, 36, "pat-na1-", "pat-eu1-");
        add(all, "a Docker token", ByteClass.BASE64_URL, 27, 40, "dckr_pat_");
        add(all, "a Grafana token", ByteClass.WORD, 41, 41, "glsa_");
        add(all, "a New Relic key", ByteClass.UPPER, 27, 27, "NRAK-");
        add(all, "a Vault token", ByteClass.BASE64_URL, 90, 255, "hvs.");
        add(all, "a JSON web token", ByteClass.DOTTED, 40, ANY, "eyJ");
        add(all, "an Azure storage key", ByteClass.BASE64, 86, 88, "AccountKey=");
        add(all, "an Azure shared access key", ByteClass.BASE64, 43, 88, "SharedAccessKey=");
        return all;
    }

    private static void add(
            List<SecretShape> all, String what, ByteClass alphabet, int min, int max, String... prefixes) {
        for (String prefix : prefixes) {
            all.add(new TokenShape(what, prefix, alphabet, min, max));
        }
    }

    @Override
    public String anchor() {
        return prefix.toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        if (!window.startsWith(prefix, start) || !beginsHere(window, start)) {
            return null;
        }
        int from = start + prefix.length();
        int end = window.runEnd(from, alphabet, max + 1);
        int length = end - from;
        if (length < min || (length > max && max < ANY)) {
            return null;
        }
        String body = window.text(from, end);
        if (!hasItsParts(body) || Placeholder.isMadeUp(body)) {
            return null;
        }
        return new Sighting(what + " ('" + prefix.substring(0, Math.min(SHOWN, prefix.length())) + "...')", end);
    }

    /** A word before it means that it is part of another; unless that word is the n of an escaped line break. */
    private static boolean beginsHere(Window window, int start) {
        return !ByteClass.WORD.has(window.at(start - 1)) || window.at(start - 2) == '\\';
    }

    private boolean hasItsParts(String body) {
        return switch (prefix) {
            case "SG." -> body.indexOf('.') == 22;
            case "eyJ" -> {
                String[] parts = body.split("\\.", -1);
                yield parts.length == 3 && parts[1].startsWith("eyJ") && parts[2].length() >= 16;
            }
            default -> true;
        };
    }
}
