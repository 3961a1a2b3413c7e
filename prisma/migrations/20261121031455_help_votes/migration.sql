-- CreateTable
CREATE TABLE "HelpVote" (
    "articleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "visitor" TEXT NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HelpVote_pkey" PRIMARY KEY ("articleId","version","visitor")
);

-- AddForeignKey
ALTER TABLE "HelpVote" ADD CONSTRAINT "HelpVote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
