package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class FitWithPictureTest {

  @TempDir private Path folder;

  @Test
  void drawingsAreWellFormed() throws Exception {
    Path file = folder.resolve("result.html");
    FitWithPicture.main(new String[] {file.toString()});
    String page = Files.readString(file);
    Matcher drawings = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
    int count = 0;
    while (drawings.find()) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(drawings.group())));
      count++;
    }
    assertThat(count).as("six charts, two signs in a legend").isEqualTo(8);
    assertThat(page).contains("centre 1 = ", "The landscape").doesNotContain("NaN", "http:");
  }
}
