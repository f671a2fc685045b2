package dev.wharf.server.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The form an archive is sent in, for the API's document.
 *
 * @param file the archive
 */
@Schema(name = "ArchiveForm")
record ArchiveForm(@Schema(type = "string", format = "binary", description = "The ZIP archive") String file) {}
