"""How the crawler behaves on other people's servers. Wiring, by name."""

BOT_NAME = "ideaaudit"
SPIDER_MODULES = ["crawler.spiders"]

# Manners. Scrapy's own robots middleware reads no Crawl-delay and knows no address:
# MannersMiddleware obeys both, for pages, probes and the browser alike.
USER_AGENT = "ideaaudit"
ROBOTSTXT_OBEY = False
CONCURRENT_REQUESTS = 4
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOAD_DELAY = 0
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.manners.MannersMiddleware": 50,
    "crawler.middlewares.revisits.RevisitMiddleware": 580,
    "crawler.middlewares.manners.PatienceMiddleware": 950,
}

# Error pages and redirects are things a visitor meets, too.
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
RETRY_TIMES = 1
RETRY_HTTP_CODES = [408, 500, 502, 503, 504, 522, 524]

# Bounds
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 10 * 2**20
DOWNLOAD_WARNSIZE = 0

# Doors shut: no remote control, no console, no proxy from the environment, no cookies kept.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
HTTPPROXY_ENABLED = False
COOKIES_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = False  # TLS is verified by its own observer, and said

# Rooms
SCHEDULER = "crawler.scheduler.FrontierScheduler"
ITEM_PIPELINES = {"crawler.pipelines.StorePipeline": 100}
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "crawler.scrapy_crawl.Resolver"
DOWNLOAD_HANDLERS = {
    "http": "crawler.browser.handler.RenderHandler",
    "https": "crawler.browser.handler.RenderHandler",
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}
# One answer gives one item, and Scrapy's standard of 100 starts as many tasks for each answer.
CONCURRENT_ITEMS = 1
# What the frontier does itself, or nobody reads, would cost time at every page.
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
}
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
DOWNLOADER_STATS = False
EXTENSIONS = {
    "scrapy.extensions.corestats.CoreStats": None,
    "scrapy.extensions.memusage.MemoryUsage": None,
    "scrapy.extensions.logstats.LogStats": None,
}
LOG_LEVEL = "WARNING"
