package io.guanxi.crm.platform.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese characters are read, in lower case without tones, ü as v, as input methods have it. The readings are those
 * of ICU (CLDR {@code Han-Latin}, and {@code Han-Latin/Names} for surnames), asked once per character: it reads ten thousand
 * names a second, an import many more.
 */
public final class Pinyin {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final int PLANE = 0x10000;

    private static final Transliterator READING = Transliterator.getInstance("Han-Latin");
    private static final Transliterator NAME_READING = Transliterator.getInstance("Han-Latin/Names");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private static final AtomicReferenceArray<@Nullable String> CHARACTERS = new AtomicReferenceArray<>(PLANE);
    private static final AtomicReferenceArray<@Nullable String> SURNAMES = new AtomicReferenceArray<>(PLANE);

    /** Surnames that ICU reads as it reads the character elsewhere. */
    private static final Map<String, String> RARE_SURNAMES = Map.of("朴", "piao", "缪", "miao");

    private Pinyin() {}

    /** True for a character that has a reading. */
    static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /**
     * The reading of each code point; empty text for one that is not Chinese, or that nobody knows how to read.
     *
     * @param person the text is a person's name and begins with the surname
     */
    public static List<String> of(String text, boolean person) {
        int[] characters = text.codePoints().toArray();
        List<String> readings = new ArrayList<>(Collections.nCopies(characters.length, ""));
        for (int i = 0; i < characters.length; i++) {
            if (isHan(characters[i])) {
                readings.set(i, character(characters[i]));
            }
        }
        Phrases.apply(text, readings);
        if (person && characters.length > 0 && isHan(characters[0])) {
            applySurname(text, characters, readings);
        }
        return readings;
    }

    private static void applySurname(String text, int[] characters, List<String> readings) {
        Optional<List<String>> compound = Phrases.compoundSurname(text);
        if (compound.isPresent()) {
            readings.set(0, compound.get().get(0));
            readings.set(1, compound.get().get(1));
        } else {
            readings.set(0, surname(characters[0]));
        }
    }

    private static String character(int codePoint) {
        return cached(CHARACTERS, codePoint, () -> plain(READING.transliterate(Character.toString(codePoint))));
    }

    private static String surname(int codePoint) {
        return cached(SURNAMES, codePoint, () -> {
            String simplified = SIMPLIFIED.transliterate(Character.toString(codePoint));
            String rare = RARE_SURNAMES.get(simplified);
            // The transliterator knows a surname by what follows it.
            return rare != null
                    ? rare
                    : plain(NAME_READING.transliterate(simplified + "一").split(" ", 2)[0]);
        });
    }

    private static String cached(
            AtomicReferenceArray<@Nullable String> cache, int codePoint, java.util.function.Supplier<String> reading) {
        if (codePoint >= PLANE) {
            return reading.get();
        }
        String known = cache.get(codePoint);
        if (known == null) {
            known = reading.get();
            cache.set(codePoint, known);
        }
        return known;
    }

    private static String plain(String reading) {
        String apart = Normalizer.normalize(reading, Normalizer.Form.NFD).replace("u\u0308", "v");
        String letters = MARKS.matcher(apart).replaceAll("").strip();
        return LETTERS.matcher(letters).matches() ? letters : "";
    }
}
