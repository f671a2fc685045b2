package dev.wharf.packaging;

/** The numbers of the ZIP format that reading and writing share (PKWARE's APPNOTE, sections 4.3 to 4.5). */
final class ZipFormat {
    static final int LOCAL_HEADER = 0x04034b50;
    static final int CENTRAL_HEADER = 0x02014b50;
    static final int DESCRIPTOR = 0x08074b50;
    static final int END_RECORD = 0x06054b50;
    static final int ZIP64_END_RECORD = 0x06064b50;
    static final int ZIP64_LOCATOR = 0x07064b50;

    static final int LOCAL_HEADER_SIZE = 30;
    static final int CENTRAL_HEADER_SIZE = 46;
    static final int END_RECORD_SIZE = 22;
    static final int ZIP64_END_RECORD_SIZE = 56;
    static final int ZIP64_LOCATOR_SIZE = 20;
    static final int MAX_COMMENT_SIZE = 0xffff;

    /** 4.6: what is newer is encryption or methods that are refused anyway. */
    static final int MAX_VERSION = 46;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    static final int FLAG_ENCRYPTED = 1;
    static final int FLAG_DATA_DESCRIPTOR = 1 << 3;
    static final int FLAG_PATCH = 1 << 5;
    static final int FLAG_STRONG_ENCRYPTION = 1 << 6;
    static final int FLAG_UTF8 = 1 << 11;
    static final int FLAG_MASKED_HEADERS = 1 << 13;

    static final int ZIP64_EXTRA = 0x0001;
    static final int UNICODE_PATH_EXTRA = 0x7075;
    static final int MADE_BY_UNIX = 3;
    static final long MAX_32 = 0xffff_ffffL;
    static final int MAX_16 = 0xffff;

    static final int UNIX_KIND_MASK = 0170000;
    static final int UNIX_REGULAR = 0100000;
    static final int UNIX_DIRECTORY = 0040000;
    static final int UNIX_OWNER_EXECUTES = 0100;

    private ZipFormat() {}
}
