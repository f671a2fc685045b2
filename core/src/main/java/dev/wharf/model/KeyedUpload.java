package dev.wharf.model;

import java.time.Instant;

/**
 * What became of an upload that had a key.
 *
 * @param user who uploaded
 * @param key what they called it
 * @param sha256 the hash of what they sent
 * @param made the package it became, which may have been changed or deleted since
 * @param at when
 */
public record KeyedUpload(UserId user, UploadKey key, Sha256 sha256, PackageId made, Instant at) {}
