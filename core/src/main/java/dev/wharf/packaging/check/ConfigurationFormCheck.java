package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ConnectorClasses;
import dev.wharf.packaging.python.FormSearch;
import java.util.List;
import java.util.Map;

/** If a connector has a configuration form, the form's file is there: it can only be made by running the connector. */
final class ConfigurationFormCheck implements Check {
    static final String FORM = "configuration_form.pb";

    private static final String ARGUMENT = "configuration_form";
    private static final String ADVICE =
            "Let the vendor's packager create it: --form-from 'fivetran package'. Or take configuration_form.pb"
                    + " from an archive that 'fivetran package' built. Put it beside connector.py, or give it"
                    + " with --configuration-form FILE (PackagingOptions.configurationForm in the library).";

    @Override
    public List<Finding> findings(CheckedProject project) {
        boolean hasForm = project.packaged(FORM).filter(f -> f.size() > 0).isPresent();
        if (hasForm || project.packaged(ConnectorFileCheck.CONNECTOR).isEmpty()) {
            return List.of();
        }
        Map<String, String> sources = ReachedModules.of(project);
        ConnectorClasses classes = new ConnectorClasses(sources);
        boolean speaksOfForms = sources.values().stream().anyMatch(source -> source.contains(ARGUMENT));
        Finding unseen = null;
        for (Map.Entry<String, String> each : sources.entrySet()) {
            FormSearch search = FormSearch.of(classes, each.getKey(), each.getValue());
            if (search.givenLine() > 0) {
                return List.of(given(each.getKey(), search.givenLine()));
            }
            if (unseen == null && search.unseenLine() > 0) {
                unseen = speaksOfForms
                        ? given(each.getKey(), search.unseenLine())
                        : unseen(each.getKey(), search.unseenLine());
            }
        }
        return unseen == null ? List.of() : List.of(unseen);
    }

    private static Finding given(String path, int line) {
        return Finding.error(
                Rule.CONFIGURATION_FORM,
                path,
                line,
                "The connector has a configuration form, but configuration_form.pb is missing or empty. Only"
                        + " running the connector can create the form.",
                ADVICE);
    }

    private static Finding unseen(String path, int line) {
        return Finding.warning(
                Rule.CONFIGURATION_FORM,
                path,
                line,
                "The connector gets arguments that Wharf cannot read (* or **). If a configuration form is among"
                        + " them, the archive does not hold it.",
                ADVICE);
    }
}
