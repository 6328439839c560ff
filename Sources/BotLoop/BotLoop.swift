// BotLoop
