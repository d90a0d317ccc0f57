package io.github.auth0jakarta.sample.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A visitor with a real browser, in a profile of its own. */
public final class BrowserVisitor implements Visitor {
    /** Warns of every browser that is newer than Selenium; what it misses is not used here. Kept, because loggers are collected. */
    private static final Logger CDP_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final String url;
    private final Path pictures;

    static {
        CDP_VERSIONS.setLevel(Level.SEVERE);
    }

    public BrowserVisitor(Browser browser, String url) {
        this.driver = start(browser);
        this.url = url;
        this.pictures = RunOptions.ofSystemProperties().directory().resolve("screenshots");
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
                // Pages scroll at once, so that a click hits what it is meant for.
                "--force-prefers-reduced-motion",
                "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(browser.driver().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage()
                .timeouts()
                .implicitlyWait(PATIENCE)
                .pageLoadTimeout(PATIENCE)
                .scriptTimeout(PATIENCE);
        return driver;
    }

    @Override
    public void open(String path) {
        driver.get(url + path);
    }

    /** Opens a page of another site. */
    public void openElsewhere(String address) {
        driver.get(address);
    }

    @Override
    public void press(String id) {
        driver.findElement(By.id(id)).click();
    }

    @Override
    public void logIn(String email, String password) {
        fillIn(email, password);
        pressAndLeave("login");
    }

    /** Presses a button and waits until the page has gone. */
    public void pressAndLeave(String id) {
        WebElement button = driver.findElement(By.id(id));
        button.click();
        await("the page with " + id + " to go", () -> isGone(button));
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            // What the driver says where the page goes while it is being asked.
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }

    /** Fills in the tenant's login form without sending it. */
    public void fillIn(String email, String password) {
        type("email", email);
        type("password", password);
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

    /** Takes one in light colours, one in dark ones and one as on a telephone. */
    @Override
    public void takePicture(String name) {
        // Where the page is scrolled to, its bar would stand in the middle of the picture.
        driver.executeScript("scrollTo({ top: 0, behavior: 'instant' })");
        capture(name);
        colours("dark");
        capture(name + "-dark");
        colours("light");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        capture(name + "-phone");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void capture(String name) {
        Map<String, Object> picture =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types into a field. */
    public void type(String id, String text) {
        driver.findElement(By.id(id)).sendKeys(text);
    }

    /** Chooses an option of a selection by its value. */
    public void choose(String name, String value) {
        driver.findElement(By.cssSelector("[name=" + name + "] option[value=" + value + "]"))
                .click();
    }

    /** Returns what a field holds. */
    public String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    public String title() {
        return String.valueOf(driver.getTitle());
    }

    /** Presses the back button. */
    public void back() {
        driver.navigate().back();
    }

    /** Waits until the page with this address is there. */
    public void awaitAddress(String address) {
        await("the address " + address, () -> address().equals(address));
    }

    public void awaitTitle(String title) {
        await("the title " + title, () -> title().equals(title));
    }

    /** Waits until all windows but one are closed. */
    public void awaitOneWindow() {
        await("one window", () -> driver.getWindowHandles().size() == 1);
    }

    /** Waits until the element's text is this one, over however many pages. */
    public void awaitText(String id, String text) {
        await(text + " in " + id, () -> driver.findElements(By.id(id)).stream().anyMatch(found -> holds(found, text)));
    }

    /** Waits until the element's text has this one in it. */
    public void awaitTextWithin(String id, String text) {
        await(text + " within " + id, () -> text(id).contains(text));
    }

    /** Waits until the script of the page has brought the element into a state. */
    public void awaitState(String id, String state) {
        driver.findElement(By.cssSelector("[id=" + id + "][data-state=" + state + "]"));
    }

    private static boolean holds(WebElement element, String text) {
        try {
            return element.getText().equals(text);
        } catch (StaleElementReferenceException e) {
            return false; // Its page is gone; the next one is asked in a moment.
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Returns the current window. */
    public String window() {
        return driver.getWindowHandle();
    }

    /** Opens a further tab, which is the current window then, and returns it. */
    public String openTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        return window();
    }

    /** Makes another window the current one. */
    public void switchTo(String window) {
        driver.switchTo().window(window);
    }

    /** Waits for the one window beside the current one, and makes it the current one. */
    public void switchToPopup() {
        String opener = window();
        await("a second window", () -> driver.getWindowHandles().size() == 2);
        driver.getWindowHandles().stream()
                .filter(other -> !other.equals(opener))
                .forEach(this::switchTo);
    }

    /** Presses a button of the current window, which closes itself sooner or later, and goes back to the other one. */
    public void pressLast(String id, String opener) {
        try {
            press(id);
        } catch (NoSuchWindowException e) {
            // It has closed while the driver was waiting for what the button does.
        }
        await("the window to close", () -> driver.getWindowHandles().equals(Set.of(opener)));
        switchTo(opener);
    }

    /** Closes the current window, as its user would, and goes back to another one. */
    public void closeWindow(String other) {
        driver.close();
        switchTo(other);
    }

    /** Returns the address of the document in the page's first frame. */
    public String addressInFrame() {
        driver.switchTo().frame(0);
        try {
            return String.valueOf(driver.executeScript("return document.URL"));
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** Runs the body of an asynchronous function in the page, and returns what it returns; null for nothing. */
    @Nullable
    public Object run(String body) {
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "(async () => {" + body + "})().then((result) => done(result ?? null),"
                + " (error) => done('failed: ' + (error.code ?? error)));");
    }

    /** Runs the body of an asynchronous function with the browser module as {@code auth0}; a failure is returned as its code. */
    @Nullable
    public Object runWithModule(String body) {
        return run("const auth0 = await import('/auth0-jakarta/auth0.js');" + body);
    }

    /** Calls a function of the module that leaves the page, and does not wait for it. */
    public void leaveByModule(String call) {
        driver.executeScript("import('/auth0-jakarta/auth0.js').then((auth0) => { auth0." + call + " })");
    }

    /** Forgets the cookies of the host whose names do not begin like this; on loopback all ports have them in common. */
    public void forgetCookiesExcept(String prefix) {
        driver.manage().getCookies().stream()
                .map(Cookie::getName)
                .filter(name -> !name.startsWith(prefix))
                .forEach(driver.manage()::deleteCookieNamed);
    }

    /** Has pages loaded from now on as if they had no policy, as those of another application. */
    public void ignorePolicies() {
        driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
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
