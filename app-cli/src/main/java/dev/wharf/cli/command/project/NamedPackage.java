package dev.wharf.cli.command.project;

import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagedFiles;
import dev.wharf.port.StoredArchive;

/** A package that a user named. */
sealed interface NamedPackage {
    /** As the user named it. */
    String name();

    /** What it holds. */
    PackagedFiles files();

    /** A connector's directory. */
    record Directory(String name, ConnectorProject files) implements NamedPackage {}

    /** An archive, checked: a file, or what was downloaded of an account's package. */
    record Archive(String name, StoredArchive bytes, ConnectorArchive files) implements NamedPackage {}
}
