package dev.wharf.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** How a platform's file names its commands, and where their environment stands. */
enum Platform {
    GITHUB {
        @Override
        String step(String job) {
            return Map.of("plan", "Plan", "deploy", "Deploy", "history", "History", "rollback", "Roll back")
                    .get(job);
        }

        @Override
        Map<String, Command> commands() throws IOException {
            Map<?, ?> workflow = file();
            Map<String, Command> commands = new HashMap<>();
            for (Object job : map(workflow.get("jobs")).values()) {
                for (Object step : (List<?>) map(job).get("steps")) {
                    if (map(step).get("run") instanceof String script) {
                        commands.put(
                                (String) map(step).get("name"),
                                new Command(script, environment(workflow, map(job), map(step))));
                    }
                }
            }
            return commands;
        }
    },
    GITLAB {
        private static final List<String> NO_JOBS = List.of("stages", "default");

        @Override
        String step(String job) {
            return job;
        }

        @Override
        Map<String, Command> commands() throws IOException {
            Map<String, Command> commands = new HashMap<>();
            file().forEach((name, job) -> {
                if (!NO_JOBS.contains(name)) {
                    List<String> lines = new ArrayList<>();
                    ((List<?>) map(job).get("script")).forEach(line -> lines.add((String) line));
                    Map<String, String> variables = new HashMap<>();
                    variables.putAll(strings(map(job).get("variables")));
                    commands.put((String) name, new Command(String.join("\n", lines), variables));
                }
            });
            return commands;
        }
    };

    private static final Path PAGE = Path.of(System.getProperty("wharf.repository"), "docs/guides/deploy-from-ci.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);

    /** What a job runs, and with which environment. */
    record Command(String script, Map<String, String> environment) {}

    abstract String step(String job);

    abstract Map<String, Command> commands() throws IOException;

    Map<?, ?> file() throws IOException {
        return map(new Yaml().load(blocks("yaml").get(ordinal())));
    }

    static Map<String, String> environment(Map<?, ?>... levels) {
        Map<String, String> environment = new HashMap<>();
        for (Map<?, ?> level : levels) {
            environment.putAll(strings(level.get("env")));
        }
        return environment;
    }

    static Map<String, String> strings(Object values) {
        Map<String, String> strings = new HashMap<>();
        if (values != null) {
            map(values).forEach((name, value) -> strings.put((String) name, (String) value));
        }
        return strings;
    }

    static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
