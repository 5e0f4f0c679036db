package no.nullpunkt.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a workbook that somebody sent, and tells in plain words why one cannot be opened. */
public final class UploadedWorkbook {

    /** Thirty times the size of a spreadsheet with pictures, in bytes. */
    private static final int LARGEST_FILE = 5 * 1024 * 1024;

    /** What the parts of a file may come to when unpacked, in bytes: in memory they take many times as much. */
    private static final int LARGEST_CONTENT = 20 * 1024 * 1024;

    /** The least and equals signs in it, of elements and attributes: ten times those of the KommIT tool. */
    private static final int MOST_MARKS = 500_000;

    /** XML in whose encoding the signs are other bytes: no spreadsheet program writes such. */
    private static final Pattern ENCODED_OTHERWISE = Pattern.compile(
            "\u004c\u006f\u00a7\u0094|.{0,4}<\\?xml[^>]{0,200}encoding\\s*=\\s*.(?!utf-|us-ascii|iso-8859-|windows-125)",
            Pattern.CASE_INSENSITIVE);

    private static final int MEBIBYTE = 1024 * 1024;

    private UploadedWorkbook() {}

    /**
     * Opens an .xlsx or .xlsm; the caller closes it.
     *
     * @throws Problem 413 where it is too large, packed or unpacked; 422 where it is something else, locked by a
     *     password, damaged, or holds a birth number anywhere, with each cell that does
     */
    public static XSSFWorkbook open(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Problem.tooLarge("workbook-too-large", LARGEST_FILE / MEBIBYTE);
        }
        switch (FileMagic.valueOf(file)) {
            case OOXML -> mustUnpackWithinLimit(file);
            case OLE2 -> throw Problem.rule(isEncrypted(file) ? "workbook-locked" : "workbook-too-old");
            default -> throw Problem.rule("not-a-workbook");
        }
        var workbook = read(file);
        BirthNumbersInWorkbook.refuse(workbook);
        return workbook;
    }

    private static XSSFWorkbook read(byte[] file) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) {
            // POI throws exceptions of many kinds, unchecked ones among them, at files that are not as they should be.
            throw Problem.rule("workbook-damaged");
        }
    }

    /**
     * A small file can unpack to more than any memory holds, so it is unpacked once without being kept. What is read
     * takes memory by its elements and attributes rather than by its bytes, so these are counted too.
     */
    private static void mustUnpackWithinLimit(byte[] file) {
        var unpacked = 0L;
        var marks = 0L;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                var isFirst = true;
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    if (isFirst
                            && ENCODED_OTHERWISE
                                    .matcher(new String(buffer, 0, read, ISO_8859_1))
                                    .lookingAt()) {
                        throw Problem.rule("workbook-damaged");
                    }
                    isFirst = false;
                    unpacked += read;
                    marks += marks(buffer, read);
                    if (unpacked > LARGEST_CONTENT || marks > MOST_MARKS) {
                        throw Problem.tooLarge("workbook-content-too-large", LARGEST_CONTENT / MEBIBYTE);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.rule("workbook-damaged");
        }
    }

    private static int marks(byte[] buffer, int length) {
        var marks = 0;
        for (var i = 0; i < length; i++) {
            marks += buffer[i] == '<' || buffer[i] == '=' ? 1 : 0;
        }
        return marks;
    }

    private static boolean isEncrypted(byte[] file) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException e) {
            throw Problem.rule("workbook-damaged");
        }
    }
}
