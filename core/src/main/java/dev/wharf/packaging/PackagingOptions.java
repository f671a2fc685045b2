package dev.wharf.packaging;

import dev.wharf.port.ArchiveSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project cannot say by itself.
 *
 * @param allowedSecrets the files that may go into the archive although they hold secrets: paths relative to the project, or
 *     patterns of such with the wildcards of ignore files
 * @param configurationForm what the archive is to hold as {@code configuration_form.pb}, re-openable; null for the project's
 *     own file of that name, or an empty one if it has none
 */
public record PackagingOptions(Set<String> allowedSecrets, @Nullable ArchiveSource configurationForm) {
    /** Nothing allowed, no form. */
    public static final PackagingOptions NONE = new PackagingOptions(Set.of(), null);

    /**
     * Copies the set.
     *
     * @param allowedSecrets the files that may go into the archive although they hold secrets: paths relative to the project,
     *     or patterns of such with the wildcards of ignore files
     * @param configurationForm what the archive is to hold as {@code configuration_form.pb}, re-openable; null for the
     *     project's own file of that name, or an empty one if it has none
     */
    public PackagingOptions {
        allowedSecrets = Set.copyOf(allowedSecrets);
    }
}
