package io.github.auth0jakarta.sample.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A visitor with a real browser, in a profile of its own. */
final class BrowserVisitor implements Visitor {
    /** Warns of every browser that is newer than Selenium; what it misses is not used here. Kept, because loggers are collected. */
    private static final Logger CDP_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final String url;
    private final Path pictures;

    static {
        CDP_VERSIONS.setLevel(Level.SEVERE);
    }

    BrowserVisitor(Browser browser, String url, Path pictures) {
        this.driver = start(browser);
        this.url = url;
        this.pictures = pictures;
    }

    private static ChromeDriver start(Browser browser) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.executable().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(browser.driver().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE).pageLoadTimeout(PATIENCE);
        return driver;
    }

    @Override
    public void open(String path) {
        driver.get(url + path);
    }

    @Override
    public void press(String id) {
        driver.findElement(By.id(id)).click();
    }

    @Override
    public void logIn(String email, String password) {
        driver.findElement(By.id("email")).sendKeys(email);
        driver.findElement(By.id("password")).sendKeys(password);
        press("login");
    }

    @Override
    public ApiAnswer callApi(String buttonId) {
        press(buttonId);
        driver.findElement(By.cssSelector("[data-state=done]"));
        return new ApiAnswer(text("answer-status"), text("answer-challenge"), text("answer-body"));
    }

    @Override
    public String address() {
        return driver.getCurrentUrl();
    }

    @Override
    public int status() {
        return Integer.parseInt(String.valueOf(
                driver.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus")));
    }

    @Override
    public String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    @Override
    public void takePicture(String name) {
        Map<String, Object> picture =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    @Override
    public String toString() {
        return "in Chromium";
    }
}
