package dev.wharf.cli.console;

import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings for which a project was not packaged, as the cause of the failure. */
public final class ReportedFindings extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * A cause.
     *
     * @param findings all findings, warnings too
     */
    public ReportedFindings(List<Finding> findings) {
        super(findings.size() + " findings");
        this.findings = List.copyOf(findings);
    }

    /**
     * The findings for programs.
     *
     * @return a document for each
     */
    List<Map<String, @Nullable Object>> documents() {
        return documents(findings);
    }

    /**
     * Findings for programs.
     *
     * @param findings the findings
     * @return a document for each
     */
    public static List<Map<String, @Nullable Object>> documents(List<Finding> findings) {
        List<Map<String, @Nullable Object>> documents = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            document.put("rule", finding.rule().code());
            document.put("path", finding.path());
            document.put("line", finding.line() == 0 ? null : finding.line());
            document.put("message", finding.message());
            document.put("advice", finding.advice());
            documents.add(document);
        }
        return documents;
    }

    /**
     * How many of the findings are errors.
     *
     * @return their number
     */
    public long errors() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    }
}
