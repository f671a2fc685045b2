package dev.wharf.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a deploy had got with uploading its package when its record was written. A journal has it among the words of {@link
 * DeployRecord#settings}, so that every journal there is can keep it: {@code uploaded=} once the file is about to be sent, {@code
 * uploaded=ID} once the account has answered. What sends no new package has no mark.
 *
 * @param id the package that was made; null as long as that is not known
 */
public record UploadMark(@Nullable PackageId id) {
    /** The file is about to be sent. */
    public static final UploadMark SENDING = new UploadMark(null);

    private static final String MARK = "uploaded=";

    /**
     * What a record tells.
     *
     * @param settings the record's words
     * @return the mark; empty if nothing was about to be uploaded
     */
    public static Optional<UploadMark> in(List<String> settings) {
        return settings.stream().filter(UploadMark::isMark).findFirst().map(word -> {
            String id = word.substring(MARK.length());
            return id.isBlank() ? SENDING : new UploadMark(new PackageId(id));
        });
    }

    /**
     * Adds this to what was asked for.
     *
     * @param asked the record's words; a mark among them is replaced
     * @return the words for a record, as many as it takes, this first; an id too long for one is left out, as if it were not known
     */
    public List<String> among(List<String> asked) {
        String word = id == null ? MARK : MARK + id;
        return Stream.concat(
                        Stream.of(word.length() <= DeployRecord.MAX_WORD ? word : MARK),
                        asked.stream().filter(other -> !isMark(other)))
                .limit(DeployRecord.MAX_SETTINGS)
                .toList();
    }

    /** Whether a word of a record is such a mark. */
    static boolean isMark(String word) {
        return word.startsWith(MARK);
    }
}
