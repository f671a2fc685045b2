package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignedSecretsTest extends DrawnSecrets {
    static Stream<String> assignments() {
        String token = drawn(32);
        return Stream.of(
                "password = \"hunter22!\"",
                "PASSWORD_PROD = 'tr0ub4dor'",
                "db_password: str = r\"c0rrect!h0rse\"",
                "connect(passwd='s3same!street')",
                "{\"api_key\": \"" + token + "\"}",
                "config[\"clientSecret\"] = '" + token + "'",
                "os.environ[\"AWS_SECRET_ACCESS_KEY\"] = \"" + base64(30) + "\"",
                "text = '{\\\"token\\\": \\\"" + token + "\\\"}'",
                "headers = {'X-Api-Key': '" + token + "'}",
                "headers = {'Authorization': 'Bearer " + token + "'}",
                "curl -H 'Authorization: Basic " + base64(24).replace("=", "") + "9'",
                "get('https://h.test/x?api_key=" + token + "&a=b')",
                "dsn = 'Server=db;Uid=sa;Pwd=h0rse-battery;'",
                "dsn = 'postgresql://app:h0rse-battery@db.internal:5432/x'",
                "url = 'https://ada:" + drawn(20) + "@git.internal/x.git'",
                "access_token => '" + token + "'");
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void a_secret_beside_its_name_is_found(String line) {
        assertThat(Checked.places(project("a.py", "\n" + line + "\n"))).containsExactly("ERROR secret a.py:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = \"<YOUR_PASSWORD>\"",
                "password = 'your_password1'",
                "password = 'xxxxxxxx1'",
                "password = 'changeme1'",
                "password = '${DB_PASSWORD}1'",
                "password = '{password1}'",
                "password = f'{a}-{b}1'",
                "password = '********1'",
                "password = '%(password)s'",
                "password = configuration.get('password1')",
                "password = os.environ['PASSWORD1']",
                "password = configuration.get('db_password_2', '')",
                "if password == 'hunter22!': pass",
                "password = 'secret'",
                "password = ''",
                "password = 'a b c 1 2 3'",
                "PASSWORD_FIELD = 'pass_word_column1'",
                "token_url = 'https://h.test/oauth2/token/v1/abcdefgh1'",
                "next_page_token = 'CAUQAA1234abcd5678EFGH'",
                "partition_key = 'a1b2c3d4e5f6a7b8c9d0e1'",
                "secret_name = 'prod/db/x1y2z3a4b5c6d7e8'",
                "api_key = 'example-1a2b3c4d5e6f7g8h9i'",
                "api_key = 'client_credentials_v2_flow'",
                "token = 'abcdefabcdefabcdef12'",
                "private_key = '/etc/keys/a1b2c3d4e5f6.pem'",
                "secret = 'arn:aws:secretsmanager:eu-west-1:123:secret:a1b2c3'",
                "headers = {'Authorization': f'Bearer {token}'}",
                "headers = {'Authorization': 'Bearer YOUR_ACCESS_TOKEN_1'}",
                "dsn = 'postgresql://user:password@localhost:5432/x'",
                "dsn = 'postgresql://app:s3cr3t!x@localhost:5432/x'",
                "dsn = 'postgresql://{user}:{password}@{host}/x'",
                "dsn = f'mysql://u:{p}@h/x'",
                "url = 'https://user:pass@example.com/x'",
                "url = 'amqp://guest:guest@rabbit/x'",
                "url = 'https://h.test:8443/a@b'",
                "dsn = 'Server=db;Uid=sa;Pwd={pwd};'",
                "import tokenize, keyword, secrets",
            })
    void what_stands_for_a_secret_is_none(String line) {
        assertThat(Checked.places(project("a.py", line + "\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings.yml", "prod.env", "a.ini", "b.properties", "run.sh"})
    void settings_need_no_quotes(String name) {
        assertThat(Checked.places(project(name, "a: b\nexport_password=h0rse-battery\n")))
                .hasSize(1);
        assertThat(Checked.places(project(name, "a: b\npassword=$PASSWORD1\ntoken: <YOUR_TOKEN>\n")))
                .isEmpty();
    }

    @Test
    void names_of_other_scripts_do_no_harm() {
        assertThat(Checked.places(project(
                        "config.json", "{\"пароль\": \"q8Wz4kPx2L\", \"\ud83d\udd11_password\": \"q8Wz4kPx2L\"}")))
                .hasSize(1);
    }

    @Test
    void elsewhere_a_word_without_quotes_is_none() {
        assertThat(Checked.places(project("notes.md", "password: h0rse-battery-staple1\n")))
                .isEmpty();
    }

    private static InMemoryProject project(String path, String content) {
        return InMemoryProject.withConnector().file(path, content);
    }
}
