package dev.wharf.packaging.python;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The codings that Python 3 brings, by the names that its source files may declare. */
public final class PythonCodecs {
    private static final Set<String> UTF_8 =
            Set.of("utf_8", "utf8", "utf", "u8", "utf_8_sig", "cp65001", "utf8_ucs2", "utf8_ucs4");
    private static final Set<String> LATIN_1 =
            Set.of("latin_1", "latin1", "latin", "l1", "iso8859", "iso8859_1", "8859");
    private static final Set<String> ASCII = Set.of("ascii", "us_ascii", "us", "646");
    /** Those that begin so are the plain ones, whatever follows: editors write -unix and -dos behind them. */
    private static final List<String> PLAIN = List.of("utf-8", "latin-1", "iso-8859-1", "iso-latin-1");

    /** Names of text codings, normalized as Python does it. */
    private static final Set<String> USABLE = names(
            """
            1125 1250 1251 1252 1253 1254 1255 1256 1257 1258 437 646 775 850 852 855 857 858 860 861 862 863 864 865
            866 869 8859 932 936 949 950 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 arabic ascii asmo_708 big5
            big5_hkscs big5_tw big5hkscs charmap chinese cp1006 cp1051 cp1125 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255
            cp1256 cp1257 cp1258 cp1361 cp154 cp367 cp437 cp65001 cp720 cp737 cp775 cp819 cp850 cp852 cp855 cp856 cp857
            cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp866u cp869 cp874 cp932 cp936 cp949 cp950 cp_gr cp_is
            csascii csbig5 csibm855 csibm857 csibm858 csibm860 csibm861 csibm863 csibm864 csibm865 csibm866 csibm869
            csiso2022jp csiso2022kr csiso58gb231280 csisolatin1 csisolatin2 csisolatin3 csisolatin4 csisolatin5
            csisolatin6 csisolatinarabic csisolatincyrillic csisolatingreek csisolatinhebrew cskoi8r cspc775baltic
            cspc850multilingual cspc862latinhebrew cspc8codepage437 cspcp852 csptcp154 csshiftjis cyrillic
            cyrillic_asian ecma_114 ecma_118 elot_928 euc_cn euc_jis2004 euc_jis_2004 euc_jisx0213 euc_jp euc_kr euccn
            eucgb2312_cn eucjis2004 eucjisx0213 eucjp euckr gb18030 gb18030_2000 gb2312 gb2312_1980 gb2312_80 gbk greek
            greek8 hebrew hkscs hp_roman8 hz hz_gb hz_gb_2312 hzgb ibm1051 ibm1125 ibm367 ibm437 ibm775 ibm819 ibm850
            ibm852 ibm855 ibm857 ibm858 ibm860 ibm861 ibm862 ibm863 ibm864 ibm865 ibm866 ibm869 idna iso2022_jp
            iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr iso2022jp iso2022jp_1
            iso2022jp_2 iso2022jp_2004 iso2022jp_3 iso2022jp_ext iso2022kr iso646_us iso8859 iso8859_1 iso8859_10
            iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6
            iso8859_7 iso8859_8 iso8859_8_e iso8859_8_i iso8859_9 iso_2022_jp iso_2022_jp_1 iso_2022_jp_2
            iso_2022_jp_2004 iso_2022_jp_3 iso_2022_jp_ext iso_2022_kr iso_646.irv_1991 iso_8859_1 iso_8859_10
            iso_8859_10_1992 iso_8859_11 iso_8859_11_2001 iso_8859_13 iso_8859_14 iso_8859_14_1998 iso_8859_15
            iso_8859_16 iso_8859_16_2001 iso_8859_1_1987 iso_8859_2 iso_8859_2_1987 iso_8859_3 iso_8859_3_1988
            iso_8859_4 iso_8859_4_1988 iso_8859_5 iso_8859_5_1988 iso_8859_6 iso_8859_6_1987 iso_8859_7 iso_8859_7_1987
            iso_8859_8 iso_8859_8_1988 iso_8859_8_e iso_8859_8_i iso_8859_9 iso_8859_9_1989 iso_celtic iso_ir_100
            iso_ir_101 iso_ir_109 iso_ir_110 iso_ir_126 iso_ir_127 iso_ir_138 iso_ir_144 iso_ir_148 iso_ir_157
            iso_ir_166 iso_ir_199 iso_ir_226 iso_ir_58 iso_ir_6 jisx0213 johab koi8_r koi8_t koi8_u korean ks_c_5601
            ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 kz1048 kz_1048 l1 l10 l2 l3 l4 l5 l6 l7 l8 l9 latin latin1 latin10
            latin2 latin3 latin4 latin5 latin6 latin7 latin8 latin9 latin_1 mac_arabic mac_centeuro mac_croatian
            mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish maccentraleurope
            maccyrillic macgreek maciceland macintosh maclatin2 macroman macturkish ms1361 ms932 ms936 ms949 ms950
            ms_kanji mskanji palmos pt154 ptcp154 r8 raw_unicode_escape rk1048 roman8 ruscii s_jis s_jis_2004 s_jisx0213
            shift_jis shift_jis_2004 shift_jisx0213 shiftjis shiftjis2004 shiftjisx0213 sjis sjis_2004 sjisx0213
            strk1048_2002 thai tis620 tis_620 tis_620_0 tis_620_2529_0 tis_620_2529_1 u7 u8 u_jis uhc ujis
            unicode_1_1_utf_7 unicode_escape us us_ascii utf utf7 utf8 utf8_ucs2 utf8_ucs4 utf_7 utf_8 utf_8_sig
            windows_1250 windows_1251 windows_1252 windows_1253 windows_1254 windows_1255 windows_1256 windows_1257
            windows_1258 x_mac_japanese x_mac_korean x_mac_simp_chinese x_mac_trad_chinese
            """);

    /** Names that Python knows, and cannot read a source file by: no codings of text, not made of ASCII, or on Windows only. */
    private static final Set<String> UNUSABLE = names(
            """
            037 1026 1140 273 424 500 ansi base64 base64_codec base_64 bz2 bz2_codec cp037 cp1026 cp1140 cp273 cp424
            cp500 cp875 csibm037 csibm1026 csibm273 csibm424 csibm500 dbcs ebcdic_cp_be ebcdic_cp_ca ebcdic_cp_ch
            ebcdic_cp_he ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt hex hex_codec ibm037 ibm039 ibm1026 ibm1140 ibm273
            ibm424 ibm500 mbcs oem punycode quopri quopri_codec quoted_printable quotedprintable rot13 rot_13 u16 u32
            undefined unicodebigunmarked unicodelittleunmarked utf16 utf32 utf_16 utf_16_be utf_16_le utf_16be utf_16le
            utf_32 utf_32_be utf_32_le utf_32be utf_32le uu uu_codec zip zlib zlib_codec
            """);

    private PythonCodecs() {}

    /** Whether a name is that of UTF-8, which is what Python takes without a declaration too. */
    static boolean isUtf8(String declared) {
        return UTF_8.contains(normalized(declared));
    }

    /** Whether a name is UTF-8's proper one, the only one that may stand behind a byte order mark. */
    static boolean isProperUtf8(String declared) {
        String name = declared.toLowerCase(Locale.ROOT).replace('_', '-');
        return name.equals("utf-8") || name.startsWith("utf-8-");
    }

    /**
     * Whether Python brings a coding, usable for source or not.
     *
     * @param declared its name, as a file declares it
     * @return whether some version of Python 3 does, on some system
     */
    public static boolean isKnown(String declared) {
        return isUsable(declared) || UNUSABLE.contains(normalized(declared));
    }

    /** Whether a source file can be in a coding. */
    static boolean isUsable(String declared) {
        return USABLE.contains(normalized(declared));
    }

    /** Java's counterpart of a coding. */
    static Optional<Charset> charset(String declared) {
        String name = normalized(declared);
        if (UTF_8.contains(name)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (LATIN_1.contains(name)) {
            return Optional.of(StandardCharsets.ISO_8859_1);
        }
        if (ASCII.contains(name)) {
            return Optional.of(StandardCharsets.US_ASCII);
        }
        return known(name).or(() -> known(name.replace('_', '-')));
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String normalized(String declared) {
        String name = declared.toLowerCase(Locale.ROOT).replace('_', '-');
        for (String plain : PLAIN) {
            if (name.equals(plain) || name.startsWith(plain + "-")) {
                return plain.equals("utf-8") ? "utf_8" : "latin_1";
            }
        }
        return name.replaceAll("[^a-z0-9.]+", "_").replaceAll("^_|_$", "");
    }

    private static Set<String> names(String block) {
        return Set.of(block.strip().split("\\s+"));
    }
}
